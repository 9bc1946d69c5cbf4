import fc from 'fast-check';
import type { InlineFigure, TableFigure } from '#shared/figures/FigureSpec.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import type {
  HeadingLevel,
  NarrativeBlock,
  NarrativeInline,
  NarrativeTableRow,
} from '#shared/narrative/Narrative.ts';

/** Texts as editors write them: runs of one look are one run, and a cell or an item is never empty. */

export const moneyFigure: InlineFigure = {
  kind: 'money',
  sum: 'actual',
  filter: { directionId: DirectionId.parse('d1') },
  format: 'hryvnias',
  case: 'nominative',
};

export const countFigure: InlineFigure = {
  kind: 'indicator',
  indicatorId: IndicatorId.parse('sum'),
  aggregation: null,
  filter: {},
  format: 'count-with-noun',
  step: null,
  case: 'nominative',
  gender: 'masculine',
};

export const rowsFigure: TableFigure = {
  kind: 'table',
  table: 'expenditure',
  filter: { directionId: DirectionId.parse('d1') },
};

const words = fc.stringMatching(/^[ а-яіїєґ’«»\u{1F600}\u202E0-9,.–-]{1,12}$/u);
const link = fc.option(fc.constantFrom('https://kr.gov.ua/звіт', 'mailto:rada@kr.gov.ua'), {
  nil: null,
  freq: 4,
});
const marks = { bold: fc.boolean(), italic: fc.boolean() };

const inline: fc.Arbitrary<NarrativeInline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, link, ...marks }) },
  { weight: 1, arbitrary: fc.constant<NarrativeInline>({ type: 'break' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('figure' as const),
      spec: fc.constantFrom(moneyFigure, countFigure, null),
      link: fc.constant(null),
      ...marks,
    }),
  },
);

const line = fc.array(inline, { maxLength: 6 }).map(joinRuns);

export const paragraph: fc.Arbitrary<NarrativeBlock> = line.map((content) => ({
  type: 'paragraph',
  content,
}));

const cell = fc.record({
  isHeader: fc.boolean(),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 2 }),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const tableRow: fc.Arbitrary<NarrativeTableRow> = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
});

const block: fc.Arbitrary<NarrativeBlock> = fc.letrec<{ block: NarrativeBlock }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc
      .tuple(fc.constantFrom<HeadingLevel>(1, 2, 3), line)
      .map(([level, content]): NarrativeBlock => ({ type: 'heading', level, content })),
    fc.constantFrom<NarrativeBlock>({ type: 'rows', spec: rowsFigure }, { type: 'rows', spec: null }),
    fc
      .array(
        // An item begins with a line.
        fc
          .tuple(paragraph, fc.array(tie('block'), { maxLength: 1 }))
          .map(([first, rest]) => [first, ...rest]),
        { minLength: 1, maxLength: 3 },
      )
      .chain((items) =>
        fc.constantFrom<NarrativeBlock>(
          { type: 'list', isOrdered: false, start: 1, items },
          { type: 'list', isOrdered: true, start: 4, items },
        ),
      ),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content): NarrativeBlock => ({ type: 'quote', content })),
    fc
      .array(tableRow, { minLength: 1, maxLength: 3 })
      .map((rows): NarrativeBlock => ({ type: 'table', rows })),
  ),
})).block;

export const narrativeArbitrary = fc.array(block, { maxLength: 6 });

function joinRuns(content: readonly NarrativeInline[]): NarrativeInline[] {
  const joined: NarrativeInline[] = [];
  for (const next of content) {
    const last = joined.at(-1);
    const isSameLook =
      last?.type === 'text' &&
      next.type === 'text' &&
      last.bold === next.bold &&
      last.italic === next.italic &&
      last.link === next.link;
    if (isSameLook) joined[joined.length - 1] = { ...next, text: last.text + next.text };
    else joined.push(next);
  }
  return joined;
}
