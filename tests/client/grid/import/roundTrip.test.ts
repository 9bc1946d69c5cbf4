import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '#client/grid/import/plan/ImportPlan.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { extraFieldOf } from '#shared/model/columns.ts';
import { ActivityForm } from '#shared/model/rows.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';
import { exportTable, formats, planFile } from './planImport.ts';

/** What a plan would do, and all it would say; empty for a plan that does nothing. */
function readDoings({
  plan,
  missing,
  unknown,
  repeated,
  organisations,
  cellErrors,
  movedLines,
  staleCount,
}: ImportPlan) {
  return {
    lines: plan.lines,
    questions: plan.questions,
    missing,
    unknown,
    repeated,
    organisations,
    cellErrors,
    movedLines,
    staleCount,
  };
}
const nothing = {
  lines: [],
  questions: [],
  missing: [],
  unknown: [],
  repeated: [],
  organisations: [],
  cellErrors: [],
  movedLines: [],
  staleCount: 0,
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "'слово",
    '0210180',
    '1e5',
    '1-2',
    'березень',
    '(?) 7',
    'а\nб',
    ' а ',
    '\t',
    'Усього',
    '#REF!',
    'TRUE',
    '12345678901234567890',
    '“лапки”;,|',
    'їжак',
    'sep=;',
    '_x000D_',
    '<b>&amp;',
  ),
);
const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });

const hardRows = fc.array(
  fc.record({
    text: anyText,
    other: anyText,
    code: fc.constantFrom('0210180', '210180', '2210', 'код', null),
    planned: fc.option(amount),
    actual: fc.option(amount),
    quantity: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
    period: fc.constantFrom(
      '2020-02-29',
      '2020-01-01/2020-12-31',
      '2020-03-05/2020-04-06',
      '1999-12-31',
      null,
    ),
    form: fc.option(fc.constantFrom(...ActivityForm.options)),
    isFlawed: fc.boolean(),
  }),
  { maxLength: 8 },
);

describe('an export that comes back as it went out', () => {
  it.each(formats)('IMP-20 changes nothing, whatever the rows: %s', async (format) => {
    const structure = buildReportStructure();
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        fc.constantFrom('activity' as const, 'expenditure' as const),
        async (all, table) => {
          const rows = all.filter(({ kind }) => kind === table);
          if (rows.length === 0) return;
          const file = await exportTable(structure, all, table, format);
          expect(
            readDoings(
              await planFile(file, {
                table,
                context: { structure, rows: rows.filter(({ kind }) => kind === table) },
              }),
            ),
          ).toEqual(nothing);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(formats)(
    'IMP-20 changes nothing, whatever the texts, the amounts and the flaws: %s',
    async (format) => {
      const structure = buildReportStructure();
      await fc.assert(
        fc.asyncProperty(hardRows, async (given) => {
          const activities = given.map(({ text, other, quantity, period, form, isFlawed }, index) => ({
            ...buildActivity(`a${index}`, {
              directionId: null,
              content: text,
              note: other,
              quantity,
              period: isFlawed ? null : period,
              form,
            }),
            flaws: isFlawed ? { period: { code: 'wrong-type' as const, raw: other.slice(0, 200) } } : {},
          }));
          const expenditures = given.map(({ text, other, code, planned, actual }, index) =>
            buildExpenditure(`e${index}`, {
              measure: text,
              document: other,
              kpkvk: code,
              kekv: other,
              plannedMinor: planned,
              actualMinor: actual,
            }),
          );
          for (const [table, rows] of [
            ['activity', activities],
            ['expenditure', expenditures],
          ] as const) {
            if (rows.length === 0) continue;
            const file = await exportTable(structure, [...activities, ...expenditures], table, format);
            expect(
              readDoings(
                await planFile(file, {
                  table,
                  context: { structure, rows: rows.filter(({ kind }) => kind === table) },
                }),
              ),
            ).toEqual(nothing);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('EXP-85 a workbook in thousands changes no kopiyka, whatever the amounts', async () => {
    const bare = buildReportStructure();
    const structure = { ...bare, report: { ...bare.report, unit: 'thousand-uah' as const } };
    const column = buildColumn('paid', { table: 'expenditure', kind: 'money', title: 'Сплачено' });
    const paidField = extraFieldOf(column);
    const paid = { ...structure, columns: [column] };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), async (given) => {
        const rows = given.map(([plannedMinor, actualMinor], index) =>
          buildExpenditure(`e${index}`, {
            measure: 'Папір',
            plannedMinor,
            actualMinor,
            [paidField]: actualMinor,
          }),
        );
        const file = await exportTable(paid, rows, 'expenditure', 'xlsx');
        const plan = await planFile(file, { table: 'expenditure', context: { structure: paid, rows } });
        expect(readDoings(plan)).toEqual(nothing);
        // What a colleague has changed since stays: each amount of the file was read as the one exported.
        const others = rows.map((row) => ({ ...row, values: { ...row.values, plannedMinor: 7 } }));
        const late = await planFile(file, {
          table: 'expenditure',
          context: { structure: paid, rows: others },
        });
        expect(late.staleCount).toBe(rows.filter(({ values }) => values.plannedMinor !== 7).length);
      }),
      { numRuns: 40 },
    );
  });

  it.each(formats)('IMP-20 changes nothing in the example, in either language: %s', async (format) => {
    const structure = buildExampleStructure();
    const all = buildExampleRows();
    for (const table of ['activity', 'expenditure'] as const) {
      const rows = all.filter(({ kind }) => kind === table);
      const file = await exportTable(structure, all, table, format);
      for (const language of ['uk', 'en'] as const) {
        const plan = await planFile(file, { table, context: { structure, rows, language } });
        expect(readDoings(plan)).toEqual(nothing);
        expect(plan.hasIds).toBe(true);
      }
    }
  });
});

describe('a file with corrections', () => {
  it.each(formats)('COR-13 %s: comes back without them, and says which lines they were', async (format) => {
    const corrections = [
      buildCorrection('c1'),
      buildCorrection('c2', { subject: buildMoneySubject({ actualMinor: -23_56 }) }),
    ];
    const structure = { ...buildReportStructure(), corrections };
    const rows = [buildActivity('r1', { quantity: 20 }), buildExpenditure('r2', { actualMinor: 100_00 })];
    for (const table of ['activity', 'expenditure'] as const) {
      const file = await exportTable(structure, rows, table, format);
      const plan = await planFile(file, {
        table,
        context: { structure, rows: rows.filter(({ kind }) => kind === table) },
      });
      expect(readDoings(plan)).toEqual(nothing);
      expect(plan.totals.map(({ label }) => label)).toContain('Тих самих осіб порахували двічі');
    }
  });
});
