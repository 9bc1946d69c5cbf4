import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfPage = {
  /** Points. */
  width: number;
  height: number;
  /**
   * In the order of the file, a line for each line of the page. U+00A0 is a space here: the two are one
   * glyph in most fonts.
   */
  text: string;
  links: string[];
};

export type PdfBookmark = { title: string; items: PdfBookmark[] };

export type PdfFile = {
  pages: PdfPage[];
  /** All pages without the ends of lines: words that were broken over lines are whole. */
  text: string;
  bookmarks: PdfBookmark[];
  info: Record<string, unknown>;
};

/** A PDF as the most used reader sees it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const [, , width = 0, height = 0] = page.view;
    const annotations: { url?: string }[] = await page.getAnnotations();
    pages.push({
      width,
      height,
      text: plainSpaces(
        items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      ),
      links: annotations.flatMap(({ url }) => (url === undefined ? [] : [url])),
    });
    page.cleanup();
  }
  const bookmarks: PdfBookmark[] = (await document.getOutline()) ?? [];
  const { info } = await document.getMetadata();
  await task.destroy();
  return {
    pages,
    text: pages.map(({ text }) => text.replaceAll(/\n/g, ' ')).join(' '),
    bookmarks,
    info: { ...info },
  };
}

/** Text as {@link readPdf} gives it. */
export function plainSpaces(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
