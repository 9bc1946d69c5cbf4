import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '#server/tools/projectRoot.ts';

export type MainProcess = {
  child: ChildProcess;
  /** All that was written so far. */
  output(): { stdout: string; stderr: string };
  /** The address the process printed; rejects when it ends without one. */
  url: Promise<string>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
};

/** The server as `npm start` runs it, in a process of its own, with exactly these settings. */
export function runMain(settings: Record<string, string>): MainProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: projectRoot,
    env: { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  // Who does not ask for the address is not to be failed by its absence.
  url.catch(() => undefined);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const found = /http:\/\/\S+/.exec(stdout)?.[0];
    if (found !== undefined && stdout.includes('\n')) resolve(found);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    reject(new Error(`the server ended with ${code ?? signal}: ${stderr}`));
    return code ?? signal ?? null;
  });
  return { child, output: () => ({ stdout, stderr }), url, ended };
}
