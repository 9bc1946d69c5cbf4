import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '#server/config/readConfig.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { type RunningServer, type ServerOverrides, startServer } from '#server/startServer.ts';

export type TestServer = RunningServer & {
  config: Config;
  /** Starts again on the same data, on another port, as after a restart. */
  restart(): Promise<TestServer>;
  /** Stops; the data stays for `restart`. */
  halt(): Promise<boolean>;
};

/** As a fresh installation would have it, but quiet and on a free port. */
export function buildTestConfig(dataDir: string, changes: Partial<Config> = {}): Config {
  return { ...readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir }), ...changes };
}

/** The real server on a free port with a database of its own in a temporary folder; `stop` removes both. */
export async function startTestServer(
  changes: Partial<Config> = {},
  overrides: ServerOverrides = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zvit-test-'));
  return startIn(buildTestConfig(dataDir, changes), overrides);
}

async function startIn(config: Config, overrides: ServerOverrides): Promise<TestServer> {
  const server = await startServer(config, { log: createLogger('silent'), ...overrides });
  return {
    ...server,
    config,
    halt: () => server.stop(),
    async restart() {
      await server.stop();
      return startIn(config, overrides);
    },
    async stop() {
      const isClean = await server.stop();
      await rm(config.dataDir, { recursive: true, force: true });
      return isClean;
    },
  };
}
