import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { exampleNote } from '#shared/report/exampleNote.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const d1 = DirectionId.parse('d1');
const d2 = DirectionId.parse('d2');
const spaces = (text: string) => text.replaceAll('\u00A0', ' ');

describe('buildReportModel', () => {
  it('EXP-1 prints the 2020 report as it was published', () => {
    const { directions, totals, meta } = buildReportModel(
      buildContent(buildExampleStructure(), buildExampleRows()),
    );
    expect(directions.map(({ number, title }) => ({ number, title }))).toEqual(
      figures.directions.map(({ number, title }) => ({ number, title })),
    );
    expect(spaces(formatMoney(directions[0]?.money.actualMinor ?? 0n))).toBe(figures.printed.direction1);
    expect(spaces(formatMoney(directions[3]?.money.actualMinor ?? 0n))).toBe(figures.printed.direction4);
    expect(spaces(formatMoney(totals.grand.actualMinor))).toBe(figures.printed.total);
    expect(directions[0]?.indicators.map(({ text }) => text)).toEqual([
      '55 засідань постійних комісій',
      '13 пленарних засідань',
      '2 навчання',
    ]);
    expect(directions[2]?.indicators.map(({ text }) => text)).toEqual([
      'понад 90 заходів',
      '4 засідання «круглих столів»',
    ]);
    expect(directions[3]?.indicators.map(({ text, depth }) => [depth, text])).toContainEqual([
      1,
      '58 нагороджених нагрудним знаком',
    ]);
    expect(meta).toMatchObject({ year: 2020, programmeYears: '2017–2022', exampleNote: exampleNote.uk });
  });

  it('EXP-14 puts lines by direction, organisation and place in the sheet, rows without a direction last', () => {
    const rows = [
      { ...buildExpenditure('e1', { directionId: null }), order: 'a0' },
      { ...buildExpenditure('e2', { directionId: d2 }, 'o1'), order: 'a0' },
      { ...buildExpenditure('e3', { directionId: d1 }, 'o2'), order: 'a0' },
      { ...buildExpenditure('e4', { directionId: d1 }, 'o1'), order: 'a2' },
      { ...buildExpenditure('e5', { directionId: d1 }, 'o1'), order: 'a1' },
      { ...buildExpenditure('e6', { directionId: DirectionId.parse('gone') }, 'o2'), order: 'a0' },
      { ...buildExpenditure('e7', { directionId: d1 }, 'stranger'), order: 'a0' },
    ];
    const { expenditures, organisations } = buildReportModel(buildContent(buildReportStructure(), rows));
    expect(expenditures.map(({ rowId }) => rowId)).toEqual(['e5', 'e4', 'e3', 'e7', 'e2', 'e1', 'e6']);
    expect(expenditures.map(({ direction }) => direction?.number ?? null)).toEqual([
      1,
      1,
      1,
      1,
      2,
      null,
      null,
    ]);
    expect(organisations.at(-1)).toMatchObject({ id: 'stranger', position: 4, kind: null });
  });

  it('EXP-15 has every row once, and slices that add up to the grand total', () => {
    const structure = buildReportStructure();
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { totals, activities, expenditures, directions } = buildReportModel(
          buildContent(structure, rows),
        );
        expect([...activities, ...expenditures].map(({ rowId }) => rowId).sort()).toEqual(
          rows.map(({ id }) => id).sort(),
        );
        const sum = (moneys: readonly { actualMinor: bigint; rowCount: number }[]) => [
          moneys.reduce((total, { actualMinor }) => total + actualMinor, 0n),
          moneys.reduce((total, { rowCount }) => total + rowCount, 0),
        ];
        const grand = [totals.grand.actualMinor, totals.grand.rowCount];
        const byDirection = [
          ...directions,
          ...(totals.withoutDirection ? [{ money: totals.withoutDirection }] : []),
        ];
        expect(sum(byDirection.map(({ money }) => money))).toEqual(grand);
        expect(sum(totals.byOrganisation.map(({ money }) => money))).toEqual(grand);
        expect(sum(totals.matrix.map(({ money }) => money))).toEqual(grand);
        for (const { money } of totals.matrix) expect(money.rowCount).toBeGreaterThan(0);
        expect(totals.activityCount).toBe(activities.length);
      }),
    );
  });

  it('EXP-8 keeps what stands in a cell that could not be read', () => {
    const flaws = { actualMinor: { code: 'wrong-type', raw: '390,023' } } as const;
    const { expenditures } = buildReportModel(
      buildContent(buildReportStructure(), [{ ...buildExpenditure('e1'), flaws }]),
    );
    expect(expenditures[0]?.unreadable).toEqual({ actualMinor: '390,023' });
  });

  it('lists every indicator once, also of a direction that is gone and parts that run in a circle', () => {
    const structure = buildReportStructure();
    const [sum, part, latest, ...rest] = structure.indicators;
    if (!sum || !part || !latest) throw new Error('the structure has indicators');
    const indicators = [
      { ...sum, partOf: part.id },
      part,
      { ...latest, directionId: DirectionId.parse('gone') },
      ...rest,
    ];
    const { totals, directions } = buildReportModel(
      buildContent({ ...structure, indicators }, [
        buildActivity('a1', { indicatorId: IndicatorId.parse('sum'), quantity: 2 }),
      ]),
    );
    expect(totals.indicators.map(({ id }) => id).sort()).toEqual(indicators.map(({ id }) => id).sort());
    expect(totals.indicators.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(totals.indicators.at(-1)).toMatchObject({ id: 'latest', directionNumber: null });
    expect(directions[0]?.indicators).toHaveLength(4);
  });

  it('is plain values, ready for another thread', () => {
    const model = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
    expect(structuredClone(model)).toEqual(model);
  });
});
