import { AppError } from '#shared/errors/AppError.ts';
import { ImportReader } from './ImportReader.ts';
import type { ImportAnswer, ImportRequest } from './importMessages.ts';

/** So many rows travel in one message: the page takes each without a task anybody would notice. */
const sliceRows = 1_000;

const reader = new ImportReader();

function post(answer: ImportAnswer): void {
  postMessage(answer);
}

async function serve(request: ImportRequest): Promise<void> {
  const onProgress = (rows: number) => post({ type: 'progress', rows });
  switch (request.type) {
    case 'open':
      post({ type: 'opened', book: await reader.open(request.file, request.choice, onProgress) });
      break;
    case 'open-sheet':
      post({ type: 'sheet-opened', sheet: await reader.openSheet(request.index, onProgress) });
      break;
    case 'rows':
      for (const rows of reader.rows(request.request, sliceRows)) post({ type: 'slice', rows });
      post({ type: 'rows-done' });
      break;
  }
}

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  serve(data).catch((error: unknown) => {
    // What is no refusal of ours is a file that no reader understands, such as one past the memory.
    const failure = error instanceof AppError ? error : new AppError('import.broken');
    post({ type: 'failed', code: failure.code, parameters: failure.parameters });
  });
});
