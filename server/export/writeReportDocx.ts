import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { DocxBlocks, writeSpacer } from './docx/DocxBlocks.ts';
import { docxStyles, styleIds } from './docx/docxStyles.ts';
import { toTwips } from './docx/units.ts';
import { writeSignature } from './docx/writeSignature.ts';
import { countBlocks } from './printed/countBlocks.ts';
import type { PrintedAnnex, PrintedDocument } from './printed/PrintedDocument.ts';
import { computeTextWidthMm, page } from './printed/page.ts';

/** The report as a Word document after ДСТУ 4163:2020. */
export async function writeReportDocx(
  printed: PrintedDocument,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const count = countBlocks(printed);
  let done = 0;
  const blocks = new DocxBlocks(() => {
    done = Math.min(done + 1, count);
    onProgress(done, count);
  });
  const sections: ISectionOptions[] = [
    buildSection(printed, {
      isFirst: true,
      isLandscape: false,
      children: [
        ...writeTitle(printed),
        ...blocks.write(printed.blocks, computeTextWidthMm(false)),
        ...(printed.signature ? writeSignature(printed.signature) : []),
      ],
    }),
    ...printed.annexes.map((annex) =>
      buildSection(printed, {
        isFirst: false,
        isLandscape: annex.isLandscape,
        children: [
          ...writeAnnexTitle(annex),
          ...blocks.write(annex.blocks, computeTextWidthMm(annex.isLandscape)),
        ],
      }),
    ),
  ];
  const document = new Document({
    title: printed.title,
    subject: printed.programmeTitle,
    creator: printed.community,
    lastModifiedBy: 'Звіт',
    description: printed.exampleNote ?? '',
    styles: docxStyles,
    numbering: blocks.numbering,
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function writeTitle({
  title,
  programmeTitle,
  decisionText,
  placeAndYear,
  exampleNote,
}: PrintedDocument): FileChild[] {
  return [
    new Paragraph({ style: 'Title', text: title }),
    new Paragraph({ style: styleIds.subtitle, text: programmeTitle }),
    ...(decisionText === null ? [] : [new Paragraph({ style: styleIds.subtitle, text: decisionText })]),
    new Paragraph({ style: styleIds.subtitle, text: placeAndYear }),
    ...(exampleNote === null ? [] : [new Paragraph({ style: styleIds.note, text: exampleNote })]),
  ];
}

function writeAnnexTitle({ mark, title }: PrintedAnnex): FileChild[] {
  return [
    new Paragraph({ style: styleIds.mark, text: mark }),
    new Paragraph({ heading: 'Heading1', text: title }),
  ];
}

type Part = { isFirst: boolean; isLandscape: boolean; children: FileChild[] };

function buildSection(printed: PrintedDocument, { isFirst, isLandscape, children }: Part): ISectionOptions {
  const { left, right, top, bottom } = page.marginsMm;
  const width = toTwips(computeTextWidthMm(isLandscape));
  const footer = printed.pageFoot === null ? undefined : buildFooter(printed.pageFoot);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isFirst,
      page: {
        // As it stands upright: the library turns it.
        size: {
          width: toTwips(page.widthMm),
          height: toTwips(page.heightMm),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: toTwips(left),
          right: toTwips(right),
          top: toTwips(top),
          bottom: toTwips(bottom),
          header: toTwips(page.headMm),
          footer: toTwips(page.footMm),
        },
      },
    },
    headers: {
      default: buildHeader(printed.pageHead, width, true),
      ...(isFirst ? { first: buildHeader(printed.pageHead, width, false) } : {}),
    },
    ...(footer ? { footers: { default: footer, ...(isFirst ? { first: footer } : {}) } } : {}),
    // The last paragraph carries the end of the section: after a table it must not be a whole line.
    children: [...children, writeSpacer()],
  };
}

/** The page number in the middle, and at the right what every page has to say. */
function buildHeader(mark: string | null, width: number, isNumbered: boolean): Header {
  const number = isNumbered ? [new TextRun({ children: [PageNumber.CURRENT] })] : [];
  const warning = mark === null ? [] : [new TextRun({ text: mark, bold: true })];
  const tab = new TextRun({ children: [new Tab()] });
  return new Header({
    children: [
      new Paragraph({
        style: styleIds.head,
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(width / 2) },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [tab, ...number, tab, ...warning],
      }),
    ],
  });
}

function buildFooter(note: string): Footer {
  return new Footer({
    children: [new Paragraph({ style: styleIds.foot, alignment: AlignmentType.CENTER, text: note })],
  });
}
