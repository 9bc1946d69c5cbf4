import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** A server in a process of its own, that can be killed and started again on the same port. */
export class ServerProcess {
  readonly #script: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #port = 0;

  /** `script` prints a line with its address once it listens; it is given PORT. */
  constructor(script: string, env: Record<string, string>) {
    this.#script = script;
    this.#env = env;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when it listens; the port is chosen once and kept. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#script], {
      cwd: projectRoot,
      env: { ...process.env, ...this.#env, HOST: '127.0.0.1', PORT: String(this.#port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    });
    const listening = new Promise<number>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const port = /127\.0\.0\.1:(\d+)/.exec(chunk.toString())?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the server ended before it listened: ${output}`);
    });
    this.#port = await Promise.race([listening, ended]);
    ended.catch(() => {});
  }

  /** As a power cut would end it; resolves when it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As an operator would end it. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
