import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchServerName, MemoryAnswer, Ready } from './BenchServer.ts';

export type RunningBenchServer = Ready & {
  name: BenchServerName;
  dataDir: string;
  readMemory(): Promise<number>;
  /** As `kill -9`; the data stays. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const files: Record<BenchServerName, string> = {
  zvit: 'zvit.ts',
  hocuspocus: 'hocuspocus.ts',
  'y-websocket': 'yWebsocket.ts',
};

/** A server in a process of its own, on its own data unless it is given some. */
export async function startBenchServer(
  name: BenchServerName,
  options: { documents: number; dataDir?: string },
): Promise<RunningBenchServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), `zvit-bench-${name}-`)));
  const child = fork(join(import.meta.dirname, files[name]), [dataDir, '0', String(options.documents)], {
    execArgv: ['--expose-gc', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [ready] = (await once(child, 'message')) as [Ready];
  return {
    ...ready,
    name,
    dataDir,
    readMemory: () => ask(child),
    kill: () => end(child),
    async stop() {
      await end(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ask(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message');
  child.send('memory');
  const [{ rssBytes }] = (await answer) as [MemoryAnswer];
  return rssBytes;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
