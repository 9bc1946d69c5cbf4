import { formatWithUnit } from '#shared/money/formatMoney.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import type { ReportMeta, ReportModel } from '#shared/report/ReportModel.ts';
import { stripForbidden } from '../tables/stripForbidden.ts';
import { printParagraph } from './inline.ts';
import type { PrintedBlock, PrintedDocument } from './PrintedDocument.ts';
import { printAnnexes } from './printAnnexes.ts';
import { printDirection } from './printDirection.ts';

/** Said at the head of every page of a file that nobody has to take for the last word. */
export const draftMark = 'ЧЕРНЕТКА';

/** The whole report on paper: title, text, place to sign, annexes. */
export function buildPrintedDocument(model: ReportModel, { isDraft }: { isDraft: boolean }): PrintedDocument {
  const { meta } = model;
  const community = stripForbidden(meta.community);
  return {
    title: stripForbidden(meta.title),
    programmeTitle: stripForbidden(meta.programmeTitle),
    decisionText: meta.decisionText === null ? null : stripForbidden(meta.decisionText),
    community,
    placeAndYear: `${community}, ${meta.year} рік`,
    exampleNote: meta.exampleNote,
    pageHead: isDraft ? draftMark : null,
    pageFoot: meta.exampleNote === null ? null : exampleNote.short.uk,
    blocks: [
      ...model.directions.flatMap((direction) => printDirection(model, direction)),
      ...printSums(model),
    ],
    signature: printSignature(meta),
    annexes: printAnnexes(model),
  };
}

function printSignature({ signatoryPosition, signatoryName }: ReportMeta): PrintedDocument['signature'] {
  if (signatoryPosition === '' && signatoryName === '') return null;
  return { position: stripForbidden(signatoryPosition), name: stripForbidden(signatoryName) };
}

/** What was spent without a direction, and what was spent in all. */
function printSums({ meta: { unit }, totals: { grand, withoutDirection } }: ReportModel): PrintedBlock[] {
  const { grand: grandWords, grandPrefix, withoutDirection: withoutWords } = documentWords;
  return [
    ...(withoutDirection
      ? [printParagraph(`${withoutWords} ${formatWithUnit(withoutDirection.actualMinor, unit)}.`)]
      : []),
    printParagraph(`${grandWords} ${grandPrefix} ${formatWithUnit(grand.actualMinor, unit)}.`),
  ];
}
