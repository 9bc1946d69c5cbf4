import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text of one line: its left edge, its width and its base line in points from the lower left corner. */
export type PdfRun = { text: string; x: number; y: number; width: number };

/** Between the page number above and the note below. */
const marginPoints = 50;

/**
 * The runs of each page in the order of the file, without what stands at its head and foot. A page is
 * let go before the next is read, so that a thousand of them fit.
 */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<PdfRun[]> {
  // The reader takes the bytes for its own.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const [, , , height = 0] = page.view;
      const runs: PdfRun[] = [];
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, , , , x, y] = item.transform as number[];
        if (x === undefined || y === undefined || y < marginPoints || y > height - marginPoints) continue;
        runs.push({ text: item.str, x, y, width: item.width });
      }
      page.cleanup();
      yield runs;
    }
  } finally {
    await task.destroy();
  }
}
