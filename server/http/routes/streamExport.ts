import type { ExportProgress } from '#server/export/ExportProgress.ts';
import type { ExportOptions } from '#server/export/exportReport.ts';
import type { ExportLine } from '#shared/api/contract.ts';
import type { Call, DownloadFile } from '../Route.ts';

/** A multiple of three, so that each part but the last is whole groups of base64. */
const partSize = 48 * 1024;

export type Confirmed = Pick<Call<unknown, unknown, unknown, unknown>, 'signal' | 'confirm'>;

/**
 * Says how far a work is while it goes on, and gives its result. Rights are decided anew at each step and
 * before the result: whoever signs out, or may not read the report any more, ends the work and gets nothing.
 */
export async function* streamProgress<T>(
  work: (options: ExportOptions) => Promise<T>,
  { signal, confirm }: Confirmed,
): AsyncGenerator<ExportLine, T> {
  yield { type: 'progress', stage: 'waiting', done: 0, total: 1 };
  const given = new AbortController();
  let latest: ExportProgress | null = null;
  let next = Promise.withResolvers<boolean>();
  const result = work({
    signal: AbortSignal.any([signal, given.signal]),
    onProgress(progress) {
      latest = progress;
      next.resolve(false);
    },
  });
  // Its failure is that of the result, which is awaited below.
  const ended = result.then(
    () => true,
    () => true,
  );
  try {
    while (!(await Promise.race([ended, next.promise]))) {
      next = Promise.withResolvers();
      await confirm();
      if (latest !== null) yield { type: 'progress', ...(latest as ExportProgress) };
    }
    const made = await result;
    await confirm();
    return made;
  } finally {
    given.abort();
  }
}

/** A file in parts; its name comes last, so that what has broken off never looks finished. */
export function* streamFile({ content, contentType, fileName }: DownloadFile): Generator<ExportLine> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += partSize) {
    yield { type: 'part', base64: bytes.toString('base64', start, start + partSize) };
  }
  yield { type: 'file', name: fileName, contentType, size: bytes.length };
}
