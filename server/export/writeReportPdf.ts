import pdfmake from 'pdfmake';
import type { Content, ContentText, Margins, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fonts, isFontFile } from './pdf/fonts.ts';
import { PdfBlocks } from './pdf/PdfBlocks.ts';
import { bodyStyle, pdfStyles } from './pdf/pdfStyles.ts';
import { toPoints } from './pdf/pdfUnits.ts';
import { countBlocks } from './printed/countBlocks.ts';
import type { PrintedAnnex, PrintedDocument, PrintedSignature } from './printed/PrintedDocument.ts';
import { computeTextWidthMm, page } from './printed/page.ts';
import { signatureLine } from './printed/signatureLine.ts';

/**
 * The same document as the Word file, as PDF: its text can be selected, its headings are bookmarks,
 * its letters are inside. The first half of the work is finding places, the second is writing.
 */
export async function writeReportPdf(
  printed: PrintedDocument,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const count = countBlocks(printed);
  let placed = 0;
  const blocks = new PdfBlocks(() => {
    placed = Math.min(placed + 1, count);
    onProgress(placed, count * 2);
  });
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(isFontFile);
  pdfmake.setProgressCallback((part) => onProgress(count + Math.floor(part * count), count * 2));
  const buffer = await pdfmake.createPdf(buildDefinition(printed, blocks)).getBuffer();
  return new Uint8Array(buffer);
}

function buildDefinition(printed: PrintedDocument, blocks: PdfBlocks): TDocumentDefinitions {
  const { left, right, top, bottom } = page.marginsMm;
  const upright = toPoints(computeTextWidthMm(false));
  return {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [left, top, right, bottom].map(toPoints) as Margins & [number, number, number, number],
    info: {
      title: printed.title,
      subject: printed.programmeTitle,
      author: printed.community,
      creator: 'Звіт',
    },
    language: 'uk-UA',
    displayTitle: true,
    defaultStyle: bodyStyle,
    styles: pdfStyles,
    header: (currentPage) => buildHead(printed.pageHead, currentPage),
    footer: () => buildFoot(printed.pageFoot),
    content: [
      ...writeTitle(printed),
      ...blocks.write(printed.blocks, computeTextWidthMm(false)),
      ...(printed.signature ? [writeSignature(printed.signature, upright)] : []),
      ...printed.annexes.flatMap((annex) => writeAnnex(annex, blocks)),
    ],
  };
}

function buildHead(mark: string | null, currentPage: number): Content {
  const { left, right } = page.marginsMm;
  return {
    columns: [
      { width: '*', text: '' },
      { width: 'auto', text: currentPage > 1 ? String(currentPage) : '', alignment: 'center' },
      { width: '*', text: mark ?? '', bold: true, alignment: 'right' },
    ],
    style: 'head',
    margin: [toPoints(left), toPoints(page.headMm), toPoints(right), 0],
  };
}

function buildFoot(note: string | null): Content {
  const { left, right, bottom } = page.marginsMm;
  const top = bottom - page.footMm - 3;
  return { text: note ?? '', style: 'foot', margin: [toPoints(left), toPoints(top), toPoints(right), 0] };
}

function writeTitle({
  title,
  programmeTitle,
  decisionText,
  placeAndYear,
  exampleNote,
}: PrintedDocument): ContentText[] {
  return [
    { text: title, style: 'title' },
    { text: programmeTitle, style: 'subtitle' },
    ...(decisionText === null ? [] : [{ text: decisionText, style: 'subtitle' }]),
    { text: placeAndYear, style: 'subtitle' },
    ...(exampleNote === null ? [] : [{ text: exampleNote, style: 'note' }]),
  ];
}

function writeAnnex({ mark, title, isLandscape, blocks: own }: PrintedAnnex, blocks: PdfBlocks): Content[] {
  return [
    {
      text: mark,
      style: 'mark',
      pageBreak: 'before',
      pageOrientation: isLandscape ? 'landscape' : 'portrait',
    },
    blocks.heading(title, { level: 1, label: `${mark}. ${title}` }),
    ...blocks.write(own, computeTextWidthMm(isLandscape)),
  ];
}

/** Position, place to sign, name. */
function writeSignature({ position, name }: PrintedSignature, width: number): Content {
  const cells = [position, signatureLine, name === '' ? signatureLine : name];
  const widths = [0.46, 0.24, 0.3].map((share) => width * share);
  return {
    unbreakable: true,
    margin: [0, 32, 0, 0],
    columns: cells.map((text, index) => ({ text, width: widths[index] ?? 'auto', style: 'signature' })),
  };
}
