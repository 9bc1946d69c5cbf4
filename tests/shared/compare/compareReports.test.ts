import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineDifference, ReportComparison, RowDifference, TextPiece } from '#shared/api/comparison.ts';
import { compareReports, isSameThroughout } from '#shared/compare/compareReports.ts';
import { DirectionId, IndicatorId, ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { moneyFigure, narrativeArbitrary } from '#tests/support/narrativeArbitraries.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');

/** The report of another year: ids of its own, the same organisations. */
const nextYear: ReportStructure = {
  ...structure,
  report: { ...structure.report, id: ReportId.parse('next'), year: 2021 },
  directions: structure.directions.map((direction) => ({
    ...direction,
    id: DirectionId.parse(`${direction.id}-next`),
  })),
  indicators: structure.indicators.map((indicator) => ({
    ...indicator,
    id: IndicatorId.parse(`${indicator.id}-next`),
    directionId: DirectionId.parse(`${indicator.directionId}-next`),
    partOf: indicator.partOf === null ? null : IndicatorId.parse(`${indicator.partOf}-next`),
  })),
};

function build(rows: readonly Row[], narrative: Narrative = [], of = structure): ReportModel {
  const directionId = of === structure ? d1 : DirectionId.parse('d1-next');
  return buildReportModel(buildContent(of, rows, new Map([[directionId, narrative]])));
}

function words(text: string): Extract<Narrative[number], { type: 'paragraph' }> {
  return { type: 'paragraph', content: [{ type: 'text', text, bold: false, italic: false, link: null }] };
}

const anyModel = fc
  .record({ rows: anyRows, narrative: narrativeArbitrary })
  .map((side) => build(side.rows, side.narrative));
const anySide = fc.oneof(
  anyModel,
  fc
    .record({ rows: anyRows, narrative: narrativeArbitrary })
    .map((side) => build(side.rows, side.narrative, nextYear)),
);

/** The comparison as seen from the other side; which rows there are counts, not their order. */
function mirror(comparison: ReportComparison): ReportComparison {
  const swap = <T extends { before: unknown; after: unknown }>(item: T): T => ({
    ...item,
    before: item.after,
    after: item.before,
  });
  return {
    money: comparison.money.map(swap),
    activityCount: swap(comparison.activityCount),
    indicators: comparison.indicators.map(swap),
    rows: comparison.rows.map((row) => ({ ...swap(row), fields: row.fields.map(swap) })),
    texts: comparison.texts.map((text) => ({ ...text, lines: putInOrder(text.lines.map(mirrorLine)) })),
  };
}

function mirrorLine(line: LineDifference): LineDifference {
  if (line.change === 'skipped') return line;
  const pieces = line.pieces.map(
    (piece): TextPiece =>
      piece.kind === 'figure'
        ? { kind: 'figure', before: piece.after, after: piece.before }
        : { ...piece, kind: mirrorChange(piece.kind) },
  );
  return {
    change: mirrorChange(line.change),
    before: line.after,
    after: line.before,
    pieces: putInOrder(pieces),
  };
}

function mirrorChange<C extends string>(change: C): C {
  if (change === 'added') return 'removed' as C;
  return change === 'removed' ? ('added' as C) : change;
}

function putInOrder<T extends object>(items: readonly T[]): T[] {
  const changeOf = (item: T) => ('change' in item ? item.change : 'kind' in item ? item.kind : null);
  const ordered = [...items];
  for (let end = ordered.length; end > 0; end -= 1) {
    for (let index = 1; index < end; index += 1) {
      const [first, second] = [ordered[index - 1], ordered[index]];
      if (first === undefined || second === undefined) continue;
      if (changeOf(first) === 'added' && changeOf(second) === 'removed') {
        [ordered[index - 1], ordered[index]] = [second, first];
      }
    }
  }
  return ordered;
}

function sorted({ rows, money, ...rest }: ReportComparison): ReportComparison {
  const nameOf = (item: object) => JSON.stringify(item);
  return {
    ...rest,
    indicators: rest.indicators.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    money: money.map((line) => ({ ...line, title: '' })).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    rows: rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

/** Rows of a model by id, each as what stands in its fields. */
function readRows(model: ReportModel): Map<string, Record<string, unknown>> {
  const nothing = build([], [], structure);
  const all = compareReports(nothing, model).rows;
  return new Map(
    all.map((row) => [nameOf(row), Object.fromEntries(row.fields.map(({ field, after }) => [field, after]))]),
  );
}

function nameOf({ table, before, after }: RowDifference): string {
  return `${table}/${(after ?? before)?.organisation.id}/${(after ?? before)?.rowId}`;
}

describe('the same', () => {
  test('CMP-1 a report compared with itself differs in nothing', () => {
    fc.assert(
      fc.property(anySide, (model) => {
        const comparison = compareReports(model, model);
        expect(comparison.rows).toEqual([]);
        expect(comparison.texts).toEqual([]);
        expect(isSameThroughout(comparison)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('CMP-1 the comparison the other way round is the same with the sides exchanged', () => {
    fc.assert(
      fc.property(anySide, anySide, (a, b) => {
        expect(sorted(mirror(compareReports(a, b)))).toEqual(sorted(compareReports(b, a)));
      }),
      { numRuns: 80 },
    );
  });
});

describe('rows', () => {
  test('CMP-2 the row differences, made to the earlier version, give the later one', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const [a, b] = [build(before), build(after)];
        const rows = readRows(a);
        for (const row of compareReports(a, b).rows) {
          const name = nameOf(row);
          if (row.after === null) {
            rows.delete(name);
            continue;
          }
          const values = new Map(Object.entries(rows.get(name) ?? {}));
          for (const { field, before: old, after: young } of row.fields) {
            expect(values.get(field) ?? null).toEqual(old);
            if (young === null) values.delete(field);
            else values.set(field, young);
          }
          rows.set(name, Object.fromEntries(values));
        }
        const expected = readRows(b);
        // A row without any value stands in a comparison with nothing too, as one that came.
        expect(rows).toEqual(expected);
        expect(rows.size).toBe(b.activities.length + b.expenditures.length);
      }),
      { numRuns: 80 },
    );
  });

  test('CMP-3 rows of two years are the same row by direction, organisation and content', () => {
    const a = build([
      buildActivity('r1', { directionId: d1, content: 'Круглий стіл', quantity: 1 }, 'o1'),
      buildActivity('r2', { directionId: d1, content: 'Круглий стіл', quantity: 2 }, 'o1'),
      buildActivity('r3', { directionId: d1, content: 'Нарада', quantity: 5 }, 'o1'),
    ]);
    const next = DirectionId.parse('d1-next');
    const b = build(
      [
        buildActivity('x1', { directionId: next, content: 'круглий  стіл', quantity: 2 }, 'o1'),
        buildActivity('x2', { directionId: next, content: 'Круглий стіл', quantity: 2 }, 'o1'),
        buildActivity('x3', { directionId: next, content: 'Нарада', quantity: 5 }, 'o2'),
      ],
      [],
      nextYear,
    );
    const rows = compareReports(a, b).rows.map(({ before, after, fields }) => ({
      before: before?.rowId ?? null,
      after: after?.rowId ?? null,
      fields: fields.map(({ field }) => field),
    }));
    // r2 and x2 are equal in all, so they are one row, though r1 stands first.
    expect(rows).toEqual([
      { before: 'r1', after: 'x1', fields: ['content', 'quantity'] },
      { before: 'r3', after: null, fields: ['directionId', 'content', 'quantity'] },
      { before: null, after: 'x3', fields: ['directionId', 'content', 'quantity'] },
    ]);
  });
});

describe('numbers', () => {
  test('CMP-4 sums stand old and new by direction, organisation and fund, exact beyond safe numbers', () => {
    const amount = Number.MAX_SAFE_INTEGER - 1;
    const spent = (id: string, actualMinor: number) =>
      buildExpenditure(id, { directionId: d1, fund: 'general', actualMinor, plannedMinor: 1 }, 'o1');
    const a = build([spent('r1', amount)]);
    const b = build([spent('r1', amount), spent('r2', amount), spent('r3', 5)]);
    const changed = compareReports(a, b).money.filter(
      ({ before, after }) => before?.actualMinor !== after?.actualMinor,
    );
    expect(changed.map(({ slice }) => slice)).toEqual([
      { by: 'grand' },
      { by: 'direction', number: 1 },
      { by: 'organisation', organisationId: 'o1' },
      { by: 'fund', fund: 'general' },
    ]);
    for (const { before, after } of changed) {
      expect(before?.actualMinor).toBe(String(amount));
      expect(after?.actualMinor).toBe(String(2n * BigInt(amount) + 5n));
    }
  });

  test('CMP-4 indicators of two years are one by their key', () => {
    const sum = (report: 'sum' | 'sum-next') => ({
      indicatorId: IndicatorId.parse(report),
      quantity: report === 'sum' ? 3 : 8,
    });
    const a = build([buildActivity('r1', sum('sum'), 'o1')]);
    const b = build([buildActivity('r9', sum('sum-next'), 'o1')], [], nextYear);
    const line = compareReports(a, b).indicators.find(({ key }) => key === 'sum');
    expect(line).toMatchObject({ before: 3, after: 8, directionNumber: 1 });
  });
});

describe('texts', () => {
  const linesOf = (a: ReportModel, b: ReportModel) => compareReports(a, b).texts[0]?.lines ?? [];

  test('CMP-5 a changed sentence shows which words went and came; equal lines around are counted', () => {
    const others = (letter: string) =>
      Array.from({ length: 4 }, (_, index) => words(`${letter} рядок ${index}`));
    const a = build([], [...others('А'), words('Проведено дві наради з громадою.'), ...others('Б')]);
    const b = build([], [...others('А'), words('Проведено три зустрічі з громадою.'), ...others('Б')]);
    const lines = linesOf(a, b);
    expect(lines.map((line) => (line.change === 'skipped' ? line.count : line.change))).toEqual([
      3,
      'same',
      'changed',
      'same',
      3,
    ]);
    const changed = lines.find((line) => line.change === 'changed');
    expect(changed).toMatchObject({
      pieces: [
        { kind: 'same', text: 'Проведено ' },
        { kind: 'removed', text: 'дві' },
        { kind: 'added', text: 'три' },
        { kind: 'same', text: ' ' },
        { kind: 'removed', text: 'наради' },
        { kind: 'added', text: 'зустрічі' },
        { kind: 'same', text: ' з громадою.' },
      ],
    });
  });

  test('CMP-6 a live number in the text stands with its old and its new value, in another year too', () => {
    const sentence = (directionId: DirectionId): Narrative => [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Витрачено ', bold: true, italic: false, link: null },
          {
            type: 'figure',
            spec: { ...moneyFigure, filter: { directionId } },
            bold: false,
            italic: false,
            link: null,
          },
          { type: 'text', text: ' за рік.', bold: false, italic: false, link: null },
        ],
      },
    ];
    const spent = (directionId: DirectionId, actualMinor: number) =>
      buildExpenditure('r1', { directionId, actualMinor, measure: 'Друк' }, 'o1');
    const a = build([spent(d1, 100)], sentence(d1));
    const next = DirectionId.parse('d1-next');
    for (const b of [
      build([spent(d1, 250)], sentence(d1)),
      build([spent(next, 250)], sentence(next), nextYear),
    ]) {
      expect(linesOf(a, b)).toEqual([
        {
          change: 'changed',
          before: 'paragraph',
          after: 'paragraph',
          pieces: [
            { kind: 'same', text: 'Витрачено ' },
            { kind: 'figure', before: '1,00\u00A0грн', after: '2,50\u00A0грн' },
            { kind: 'same', text: ' за рік.' },
          ],
        },
      ]);
    }
  });

  test('CMP-5 lines that went and came are whole, a line that became a heading is changed', () => {
    const heading = { type: 'heading' as const, level: 2 as const, content: words('Про наради').content };
    const a = build([], [words('Про наради'), words('Зовсім інше речення тут.')]);
    const b = build([], [heading, words('Нове твердження.')]);
    expect(linesOf(a, b)).toMatchObject([
      { change: 'changed', before: 'paragraph', after: 'heading' },
      { change: 'removed', before: 'paragraph', after: null },
      { change: 'added', before: null, after: 'paragraph' },
    ]);
  });

  test('CMP-8 script and letters of no alphabet in a text are text', () => {
    const text = '<script>alert(1)</script> \u{F0000} \u0000';
    const pieces = linesOf(build([], [words(`${text} було`)]), build([], [words(`${text} стало`)])).flatMap(
      (line) => (line.change === 'skipped' ? [] : line.pieces),
    );
    expect(pieces).toEqual([
      { kind: 'same', text: '<script>alert(1)</script> \uFFFD \u0000 ' },
      { kind: 'removed', text: 'було' },
      { kind: 'added', text: 'стало' },
    ]);
  });
});

test('CMP-7 texts that repeat themselves and texts written anew are compared within bounds', () => {
  const same = Array.from({ length: 3_000 }, () => words('та сама думка та сама думка'));
  const anew = Array.from({ length: 3_000 }, (_, index) =>
    words(`інше речення ${index} про наради й зустрічі`),
  );
  const [repeated, written] = [build([], same), build([], anew)];
  const { texts } = compareReports(repeated, written);
  const lines = texts.flatMap((text) => text.lines);
  expect(lines.filter(({ change }) => change === 'removed')).toHaveLength(3_000);
  expect(lines.filter(({ change }) => change === 'added')).toHaveLength(3_000);
  const fewer = build([], same.slice(0, 2_000));
  const shorter = compareReports(repeated, fewer).texts.flatMap((text) => text.lines);
  expect(shorter.filter(({ change }) => change === 'removed')).toHaveLength(1_000);
});
