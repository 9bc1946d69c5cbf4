import { AppError } from '#shared/errors/AppError.ts';
import type { BookInfo, CsvChoice, SheetInfo } from './ImportReader.ts';
import type { ImportRow, RowsRequest } from './ImportRow.ts';
import type { ImportAnswer, ImportRequest } from './importMessages.ts';

/** A file being read in a worker of its own. Stop it when the file is done with. */
export type ImportClient = {
  open(file: Blob, choice: CsvChoice): Promise<BookInfo>;
  openSheet(index: number): Promise<SheetInfo>;
  rows(request: RowsRequest, onRows: (count: number) => void): Promise<ImportRow[]>;
  /** Ends the worker at once, whatever it is doing. What was asked of it is then never answered. */
  stop(): void;
};

/**
 * @param onProgress told how many rows have been read
 * @throws AppError, from each question: why the file cannot be taken
 */
export function createImportClient(onProgress: (rows: number) => void): ImportClient {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });

  function ask<T>(request: ImportRequest, read: (answer: ImportAnswer) => T | undefined): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.type === 'progress') onProgress(data.rows);
      else if (data.type === 'failed') {
        // After a bound nothing of what it holds is wanted.
        worker.terminate();
        reject(new AppError(data.code, data.parameters));
      } else {
        const result = read(data);
        if (result !== undefined) resolve(result);
      }
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new AppError('import.broken'));
    };
    worker.postMessage(request);
    return promise;
  }

  return {
    open: (file, choice) =>
      ask({ type: 'open', file, choice }, (answer) => (answer.type === 'opened' ? answer.book : undefined)),
    openSheet: (index) =>
      ask({ type: 'open-sheet', index }, (answer) =>
        answer.type === 'sheet-opened' ? answer.sheet : undefined,
      ),
    rows(request, onRows) {
      const rows: ImportRow[] = [];
      return ask({ type: 'rows', request }, (answer) => {
        if (answer.type === 'slice') {
          rows.push(...answer.rows);
          onRows(rows.length);
        }
        return answer.type === 'rows-done' ? rows : undefined;
      });
    },
    stop: () => worker.terminate(),
  };
}
