import { AppError } from '#shared/errors/AppError.ts';
import { assertBound, importBounds } from '../importBounds.ts';
import { updateCrc32 } from './crc32.ts';
import type { ZipEntry } from './ZipDirectory.ts';

/** Bytes inflated so far, over everything that is read in one go. */
export type InflateBudget = { inflatedBytes: number };

/**
 * Packed bytes are fed in pieces this small, because a piece is inflated whole before anything comes
 * out: at the most that deflate can do, a piece makes 4 MiB.
 */
const pieceBytes = 4 * 1024;

/**
 * The bytes of an entry as they come out, counted; stops at the first byte past a bound. The checksum
 * is compared at the end: a damaged amount must not become another amount.
 *
 * @throws AppError `import.broken`, `import.too-much-inflated`, `import.ratio`, `import.password`
 */
export async function* inflateEntry(entry: ZipEntry, budget: InflateBudget): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new AppError('import.password');
  if (entry.method !== 0 && entry.method !== 8) throw new AppError('import.broken');
  let sum = 0;
  let inflated = 0;
  try {
    for await (const bytes of entry.method === 0 ? cutPieces(entry.packed) : inflate(entry.packed)) {
      inflated += bytes.length;
      budget.inflatedBytes += bytes.length;
      assertBound(budget.inflatedBytes, importBounds.inflatedBytes, 'import.too-much-inflated', {
        limit: importBounds.inflatedBytes / 1024 / 1024,
      });
      if (inflated > importBounds.ratioFreeBytes) {
        assertBound(inflated / Math.max(1, entry.packed.length), importBounds.ratio, 'import.ratio');
      }
      sum = updateCrc32(sum, bytes);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import.broken', {}, { cause: error });
  }
  if (sum !== entry.crc32) throw new AppError('import.broken');
}

function inflate(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const pieces = cutPieces(packed);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const { value, done } = pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  return readStream(source.pipeThrough(new DecompressionStream('deflate-raw')));
}

function* cutPieces(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>, undefined> {
  for (let place = 0; place < bytes.length; place += pieceBytes) {
    yield new Uint8Array(bytes.subarray(place, place + pieceBytes));
  }
}

/** Not every browser iterates over streams by itself. Leaving early ends the stream. */
async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
