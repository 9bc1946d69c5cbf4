import { spawn } from 'node:child_process';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** `output` is all that was printed, as it came; `stdout` that alone, whole even where errors came in between. */
export type ProcessEnd = { exitCode: number | null; output: string; stdout: string };

/**
 * Runs a script on this very Node, in the project's folder unless another is given.
 *
 * @param options.echo writes the output through as it comes; otherwise it is only collected
 * @param options.timeoutMs kills a process that hangs; its exit code is then null
 */
export async function runProcess(
  argv: readonly string[],
  options: { echo: boolean; timeoutMs: number; cwd?: string },
): Promise<ProcessEnd> {
  const child = spawn(process.execPath, argv, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
  });
  const chunks: Buffer[] = [];
  const stdout: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.echo) process.stdout.write(chunk);
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const read = (parts: readonly Buffer[]) => Buffer.concat(parts).toString('utf8');
  return { exitCode, output: read(chunks), stdout: read(stdout) };
}
