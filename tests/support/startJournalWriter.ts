import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

export type JournalWriter = {
  /** The last sequence it was told is stored, per document. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Everything it printed, in lines. */
  readonly lines: readonly string[];
  /** Resolves after so many acknowledgements from now. */
  progress(count: number): Promise<void>;
  /** kill -9, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself. */
  end(): Promise<void>;
};

const script = fileURLToPath(new URL('journalWriter.ts', import.meta.url));

/** `fileSizeBlocks`: no file may grow past so many half-kilobytes or kilobytes (`ulimit -f`), a write then fails. */
export async function startJournalWriter(
  file: string,
  options: { bytes?: number; fileSizeBlocks?: number } = {},
): Promise<JournalWriter> {
  const limit = options.fileSizeBlocks === undefined ? '' : `ulimit -f ${options.fileSizeBlocks}; `;
  const child = spawn(
    'sh',
    ['-c', `${limit}exec "$0" "$@"`, process.execPath, script, file, String(options.bytes ?? 60)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = waitForEnd(child);
  const acknowledged = new Map<string, number>();
  const lines: string[] = [];
  let count = 0;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      const [name, sequence] = line.split(' ');
      if (name === undefined || sequence === undefined) continue;
      acknowledged.set(name, Number(sequence));
      count += 1;
    }
  });
  await vi.waitFor(
    () => {
      if (lines.length === 0) throw new Error('the writer has not begun');
    },
    { timeout: 60_000 },
  );
  return {
    acknowledged,
    lines,
    progress: async (more) => {
      const target = count + more;
      await vi.waitFor(
        () => {
          if (count < target) throw new Error(`${count} of ${target} acknowledgements`);
        },
        { timeout: 60_000, interval: 2 },
      );
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: () => ended,
  };
}

async function waitForEnd(child: ChildProcess): Promise<void> {
  await once(child, 'close');
}
