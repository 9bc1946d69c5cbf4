import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { projectRoot } from '#server/tools/projectRoot.ts';

export type Product = {
  /** Address without a slash at its end. */
  url: string;
  /** Folder of the database, empty at first unless it was given. */
  dataDir: string;
  /** Ends the process as an operator does and removes a folder made here. Throws when it does not end cleanly. */
  stop(): Promise<void>;
  /** Ends the process as a power cut does. The folder stays. */
  kill(): Promise<void>;
};

export type ProductOptions = {
  /** Starts the demonstration: the example and the one-click accounts. */
  demo?: boolean;
  /** Takes an existing folder, as after `kill`; it is then not removed either. */
  dataDir?: string;
  /** A fixed port, for a restart that the pages must find again. */
  port?: number;
  env?: Record<string, string>;
};

/** Starts the product as a person would run it: its own process, on a free port, on its own empty folder. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'zvit-e2e-')));
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
      DEMO: options.demo ? '1' : '0',
      ...options.env,
    },
  });
  const runningFile = join(inject('runningProducts'), String(child.pid));
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code))).then(
    async (code) => {
      await rm(runningFile, { force: true });
      return code;
    },
  );
  await writeFile(runningFile, '');
  const url = await readUrl(child, output, ended);
  return {
    url,
    dataDir,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      if (code !== 0) throw new Error(`the server ended with ${code ?? 'a signal'}:\n${output.join('')}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The server prints one line with its address once it listens. */
async function readUrl(
  child: ChildProcess,
  output: string[],
  ended: Promise<number | null>,
): Promise<string> {
  const printed = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      output.push(chunk.toString('utf8'));
      const url = /https?:\/\/[\w.:[\]-]+/.exec(text)?.[0];
      if (url !== undefined && text.includes('\n')) resolve(url);
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`the server ended with ${code ?? 'a signal'} before it listened:\n${output.join('')}`);
  });
  return Promise.race([printed, failed]);
}
