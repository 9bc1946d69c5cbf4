import type { Comparison } from '#shared/footing/Comparison.ts';
import { formatInUnit, formatWithUnit } from '#shared/money/formatMoney.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import type { TextBlock, TextInline } from '#shared/report/TextModel.ts';
import { foldText, type TextPiece, TextTrail } from './TextTrail.ts';

/** How a format prints what is inside a table of the text. */
export type TextRules = {
  /** A cell may be parted by the end of a page, with another cell between its parts. */
  partsCells: boolean;
  /** A whole table inside a table of the text is left out. */
  omitsNestedRows: boolean;
};

/**
 * Every sentence with a figure, every line of a whole table in the text, and the sums under it, in the
 * order they are read.
 */
export function compareTexts(
  comparison: Comparison,
  model: ReportModel,
  pieces: readonly TextPiece[],
  rules: TextRules,
): void {
  const { unit } = model.meta;
  const trail = new TextTrail(pieces);
  for (const direction of model.directions) {
    for (const part of listParts(readDirectionText(model, direction), { ...rules, unit }, false)) {
      comparePart(comparison, trail, part, rules);
    }
  }
  const { withoutDirection, grand } = model.totals;
  const sums: Part[] = [
    ...(withoutDirection
      ? [buildSum(`${documentWords.withoutDirection} `, withoutDirection.actualMinor, unit)]
      : []),
    buildSum(`${documentWords.grand} ${documentWords.grandPrefix} `, grand.actualMinor, unit),
  ];
  for (const part of sums) comparePart(comparison, trail, part, rules);
}

/** Text and figures that stand together, in turn. */
type Part = { runs: { text: string; isFigure: boolean }[]; isInTable: boolean };

function buildSum(words: string, minor: bigint, unit: ReportUnit): Part {
  return {
    runs: [
      { text: words, isFigure: false },
      { text: formatWithUnit(minor, unit), isFigure: true },
    ],
    isInTable: false,
  };
}

function* listParts(
  blocks: readonly TextBlock[],
  rules: TextRules & { unit: ReportUnit },
  isInTable: boolean,
): Generator<Part> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const runs = block.content.map(readRun);
        if (runs.some(({ isFigure }) => isFigure)) yield { runs, isInTable };
        break;
      }
      case 'list':
        for (const item of block.items) yield* listParts(item, rules, isInTable);
        break;
      case 'quote':
        yield* listParts(block.content, rules, isInTable);
        break;
      case 'table':
        for (const { cells } of block.rows) {
          for (const { content } of cells) yield* listParts(content, rules, true);
        }
        break;
      case 'rows':
        if (!isInTable || !rules.omitsNestedRows) yield* listLineParts(block, rules.unit, isInTable);
    }
  }
}

function readRun(inline: TextInline): Part['runs'][number] {
  if (inline.type === 'break') return { text: '', isFigure: false };
  return inline.type === 'figure'
    ? { text: inline.figure.text, isFigure: true }
    : { text: inline.text, isFigure: false };
}

/** Planned and actual stand side by side in every format; a quantity stands last. */
function* listLineParts(
  { table }: Extract<TextBlock, { type: 'rows' }>,
  unit: ReportUnit,
  isInTable: boolean,
): Generator<Part> {
  const build = (...cells: string[]): Part => ({
    runs: cells.map((text) => ({ text, isFigure: true })),
    isInTable,
  });
  if (table.kind === 'activity') {
    for (const { values, unreadable } of table.lines) {
      if (values.quantity !== null && unreadable.quantity === undefined) yield build(String(values.quantity));
    }
  }
  if (table.kind !== 'expenditure') return;
  for (const { values, unreadable } of table.lines) {
    if (unreadable.plannedMinor !== undefined || unreadable.actualMinor !== undefined) continue;
    const cells = [values.plannedMinor, values.actualMinor].filter((minor) => minor !== null);
    if (cells.length > 0) yield build(...cells.map((minor) => formatInUnit(minor, unit)));
  }
}

function comparePart(
  comparison: Comparison,
  trail: TextTrail,
  { runs, isInTable }: Part,
  { partsCells }: TextRules,
): void {
  const count = runs.filter(({ isFigure }) => isFigure).length;
  const folded = runs.map(({ text }) => foldText(text));
  if (trail.take(folded.join(''))) {
    for (let figure = 0; figure < count; figure += 1) comparison.compare('', '', '');
    return;
  }
  // Then each figure has to come at least, and soon.
  if (isInTable && partsCells) {
    const own = folded.filter((_, index) => runs[index]?.isFigure);
    if (own.every((figure) => trail.take(figure, 4_000))) {
      for (let figure = 0; figure < count; figure += 1) comparison.compare('', '', '');
      return;
    }
  }
  reportPart(comparison, trail, runs, folded);
}

/** Letters before a number by which its place is found. */
const leadLength = 24;

function reportPart(
  comparison: Comparison,
  trail: TextTrail,
  runs: Part['runs'],
  folded: readonly string[],
): void {
  // The amounts of a line in a table have no words of their own before them.
  if (runs.every(({ isFigure }) => isFigure)) {
    const next = trail.nextAmounts(runs.length);
    const isSame = (index: number) => foldText(next[index]?.text ?? '') === folded[index];
    const isElsewhere = runs.every((_, index) => isSame(index));
    for (const [index, { text }] of runs.entries()) {
      const found = isElsewhere ? undefined : next[index];
      const isFound = !isElsewhere && isSame(index);
      comparison.compare(found?.place ?? trail.place, text, isFound ? text : (found?.text ?? null));
    }
    return;
  }
  let before = '';
  let reported = false;
  for (const [index, own] of folded.entries()) {
    if (runs[index]?.isFigure) {
      const found = trail.peekAfter(before.slice(-leadLength), own.length);
      const isSame = found !== null && foldText(found.text) === own;
      if (!isSame) {
        comparison.compare(found?.place ?? trail.place, runs[index]?.text ?? '', found?.text ?? null);
        reported = true;
      }
    }
    before += own;
  }
  // Every number stands there, and still the sentence is another one.
  if (!reported) comparison.compare(trail.place, runs.map(({ text }) => text).join(''), null);
}
