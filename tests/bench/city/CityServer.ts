import { join } from 'node:path';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { createPersonSigner } from '#tests/support/createPersonSigner.ts';
import { createTempDir } from '#tests/support/createTempDir.ts';
import { ServerProcess } from '#tests/support/kill/ServerProcess.ts';

export type Answered = { ms: number; bytes: number; text: string };

/** The product in a process of its own over a database that was filled before, and somebody who coordinates all its reports. */
export type CityServer = {
  /** `http://127.0.0.1:port` */
  origin: string;
  process: ServerProcess;
  /** Of the SQLite database; with DATA_DIR the folder that it is in. */
  file: string;
  folder: string;
  cookie: string;
  /** As the coordinator: GET, or with a body POST unless told otherwise. Throws on any answer but a good one. */
  ask(path: string, body?: unknown, method?: string): Promise<Answered>;
  stop(): Promise<void>;
};

/** `fill` is given the storage before the server is started, and names the reports that are there then. */
export async function startCity(
  fill: (storage: Storage) => Promise<readonly ReportId[]>,
): Promise<CityServer> {
  const dir = await createTempDir();
  const file = join(dir.path, 'zvit.sqlite');
  const storage = await openStorage({ databaseUrl: null, file });
  const reportIds = await fill(storage);
  const signIn = createPersonSigner(storage);
  const { cookie } = await signIn(reportIds.map((reportId) => ({ reportId, role: 'coordinator' as const })));
  await storage.close();
  const process = new ServerProcess('server/main.ts', {
    DATA_DIR: dir.path,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    DEMO: '0',
  });
  await process.start();
  const origin = `http://127.0.0.1:${process.port}`;
  return {
    origin,
    process,
    file,
    folder: dir.path,
    cookie,
    async ask(path, body, method = 'POST') {
      const started = performance.now();
      const response = await fetch(`${origin}${path}`, {
        headers: { cookie, origin, 'content-type': 'application/json' },
        ...(body !== undefined && { method, body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
      return { ms: performance.now() - started, bytes: Buffer.byteLength(text), text };
    },
    async stop() {
      await process.kill();
      await dir.remove();
    },
  };
}
