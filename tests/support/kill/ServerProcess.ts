import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { projectRoot } from '#server/tools/projectRoot.ts';

/** A server in a process of its own, that can be killed and started again on the same port. */
export class ServerProcess {
  readonly #script: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #port = 0;

  /** `script` is given HOST and PORT, and prints a line with the port once it listens. */
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
    if (this.#port === 0) this.#port = await findFreePort();
    const child = spawn(process.execPath, [this.#script], {
      cwd: projectRoot,
      env: { ...process.env, ...this.#env, HOST: '127.0.0.1', PORT: String(this.#port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    });
    const listening = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(String(this.#port))) resolve();
      });
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the server ended before it listened: ${output}`);
    });
    ended.catch(() => {});
    await Promise.race([listening, ended]);
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

async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
