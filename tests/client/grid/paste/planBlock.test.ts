import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldSpecs, findFieldSpec } from '#client/grid/fields.ts';
import { buildBlock } from '#client/grid/paste/Block.ts';
import { layOutBlock, plainLayout } from '#client/grid/paste/layOutBlock.ts';
import { noDecisions } from '#client/grid/paste/Plan.ts';
import { planBlock } from '#client/grid/paste/planBlock.ts';
import { resolvePlan } from '#client/grid/paste/resolvePlan.ts';
import { readCellValue } from '#client/grid/readCell.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';
import { buildContext, planText, readPlanned, shownColumns, structure, texts } from './planSupport.ts';

const row = (id: string, organisation = 'o1') => buildExpenditure(id, {}, organisation);
const o1 = 'o1' as OrganisationId;

describe('where a block goes', () => {
  test('GRD-45 rows past the end are added to the sheet of the last row of one’s own, empty lines are not', () => {
    const { plan } = planText({ text: '1\n2\n\n3', rows: [row('r1')], from: 'plannedMinor' });
    const { cells, rows } = resolvePlan(plan, noDecisions, structure);
    expect(cells.map(({ rowId, value }) => [rowId, value])).toEqual([['r1', 100]]);
    expect(rows).toEqual([
      { organisationId: 'o1', values: { plannedMinor: 200 } },
      { organisationId: 'o1', values: { plannedMinor: 300 } },
    ]);
  });

  test('GRD-45 with several sheets to write and none of them met, it is asked whose the rows are', () => {
    const rows = [row('r1', 'o3')];
    const writable = ['o1', 'o2'];
    const canWrite = (id: string) =>
      writable.includes(id)
        ? ({ allowed: true } as const)
        : ({ allowed: false, reason: 'access.viewer' } as const);
    const { plan } = planText({ text: '1\n2', rows, from: 'plannedMinor', writable, context: { canWrite } });
    expect(plan.organisations).toEqual(['o1', 'o2']);
    expect(resolvePlan(plan, noDecisions, structure)).toMatchObject({ rows: [], leftCount: 2 });
    expect(resolvePlan(plan, { ...noDecisions, organisationId: o1 }, structure).rows).toHaveLength(1);
  });

  test('GRD-45 a block that names its organisations goes to them', () => {
    const text = '1\tвиконавець o1\tСувеніри\n2\to2\tКвіти';
    const { plan } = planText({ text, rows: [], from: 'directionId', writable: ['o1', 'o3'] });
    expect(plan.lines.map(({ organisationId }) => organisationId)).toEqual(['o1', 'o2']);
    expect(plan.questions.map(({ kind, count }) => [kind, count])).toEqual([['not-yours', 2]]);
  });

  const selected = (rows: Row[], columns: string[], text: string[][]) =>
    layOutBlock(
      buildBlock(text),
      { columns: shownColumns('expenditure'), rows, ranges: [{ rows, columns }], writable: new Set([o1]) },
      plainLayout,
    );

  test('GRD-46 a block that divides the selection is repeated into it, a single value fills it', () => {
    const rows = ['r1', 'r2', 'r3', 'r4'].map((id) => row(id));
    const layout = must(selected(rows, ['kpkvk', 'kekv'], [['1'], ['2']]), 'a layout');
    expect(layout.lines.map(({ row, cells }) => [row?.id, ...cells.map(({ text }) => text)])).toEqual([
      ['r1', '1', '1'],
      ['r2', '2', '2'],
      ['r3', '1', '1'],
      ['r4', '2', '2'],
    ]);
    expect(must(selected(rows, ['kekv'], [['5']]), 'a layout').lines).toHaveLength(4);
  });

  test('GRD-46 any other block is laid down once, whatever is selected', () => {
    const rows = ['r1', 'r2', 'r3', 'r4'].map((id) => row(id));
    const layout = must(selected(rows, ['kekv'], [['1'], ['2'], ['3']]), 'a layout');
    expect(layout.lines.map(({ row }) => row?.id)).toEqual(['r1', 'r2', 'r3']);
  });

  test('GRD-46 into several ranges only what fits each of them', () => {
    const rows = ['r1', 'r2', 'r3'].map((id) => row(id));
    const target = {
      columns: shownColumns('expenditure'),
      rows,
      ranges: [
        { rows: rows.slice(0, 1), columns: ['kekv'] },
        { rows: rows.slice(2), columns: ['kpkvk'] },
      ],
      writable: new Set([o1]),
    };
    expect(must(layOutBlock(buildBlock([['5']]), target, plainLayout), 'a layout').lines).toHaveLength(2);
    expect(layOutBlock(buildBlock([['5', '6']]), target, plainLayout)).toBeNull();
  });

  test('GRD-47 what goes nowhere is named: past the last column, computed, hidden in the other program', () => {
    const { plan } = planText({ text: 'примітка\tзайве\tще', rows: [row('r1')], from: 'note' });
    expect(plan.notes).toEqual([{ kind: 'beyond-columns', count: 2, names: ['зайве', 'ще'] }]);
    const block = {
      ...buildBlock([
        ['1', '2'],
        ['3', '4'],
      ]),
      hiddenLines: new Set([0]),
      hiddenColumns: new Set([1]),
    };
    const target = { columns: ['kpkvk', 'kekv'], rows: [row('r1')], ranges: [], writable: new Set([o1]) };
    const layout = must(layOutBlock(block, target, plainLayout), 'a layout');
    expect(layout.lines.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['3']]);
    expect(layout.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['hidden-lines', 1],
      ['hidden-columns', 1],
    ]);
    const all = must(layOutBlock(block, target, { ...plainLayout, isHiddenTaken: true }), 'a layout');
    expect(all.notes).toEqual([]);
    expect(all.lines).toHaveLength(2);
  });
});

describe('what is asked', () => {
  test('GRD-40 one question for all alike cells of a column, and nothing goes in before its answer', () => {
    const rows = ['r1', 'r2', 'r3'].map((id) => row(id));
    const { plan } = planText({ text: '390,023\n390,023\n5', rows, from: 'plannedMinor' });
    expect(readPlanned(plan)).toEqual([
      [1, 'plannedMinor', '?ambiguous-number'],
      [2, 'plannedMinor', '?ambiguous-number'],
      [3, 'plannedMinor', 500],
    ]);
    const [question] = plan.questions;
    expect(question).toMatchObject({ count: 2, isOpen: true, text: '390,023' });
    expect(resolvePlan(plan, noDecisions, structure)).toMatchObject({
      leftCount: 2,
      cells: [{ value: 500 }],
    });
    const answers = new Map([[must(question, 'a question').id, { use: 39_002_300 }]]);
    const decided = resolvePlan(plan, { ...noDecisions, answers }, structure);
    expect(decided.cells.map(({ value }) => value)).toEqual([39_002_300, 39_002_300, 500]);
  });

  test('GRD-40 cells of others are named and left, with one question for each organisation', () => {
    const rows = [row('r1'), row('r2', 'o2'), row('r3', 'o2')];
    const { plan } = planText({ text: '1\n2\n3', rows, from: 'plannedMinor' });
    expect(plan.questions).toMatchObject([{ kind: 'not-yours', text: 'o2', count: 2, isOpen: false }]);
    expect(resolvePlan(plan, noDecisions, structure)).toMatchObject({
      leftCount: 2,
      cells: [{ rowId: 'r1' }],
    });
  });

  test('GRD-45 lines that meet others’ rows can become rows of one’s own', () => {
    const rows = [row('r1'), row('r2', 'o2')];
    const options = { isForeignAdded: true };
    const { plan } = planText({ text: '1\n2', rows, from: 'plannedMinor', options });
    expect(plan.questions).toEqual([]);
    expect(resolvePlan(plan, noDecisions, structure).rows).toEqual([
      { organisationId: 'o1', values: { plannedMinor: 200 } },
    ]);
  });

  test('GRD-40 what is there already is neither asked about nor written', () => {
    const rows = [buildExpenditure('r1', { plannedMinor: 500, note: ' як є ' }, 'o2')];
    const { plan } = planText({ text: '5,00', rows, from: 'plannedMinor' });
    expect(plan).toMatchObject({ lines: [], questions: [], unchangedCount: 1 });
  });

  const usual = [1, 2, 3, 4, 5, 6].map((index) =>
    buildExpenditure(`u${index}`, { plannedMinor: index * 10_000_000, actualMinor: index * 9_000_000 }),
  );

  test('GRD-48 amounts a thousand times off their column are asked about, all of a column together', () => {
    const text = '437,6\n250\n120,5';
    const rows = ['r1', 'r2', 'r3'].map((id) => row(id));
    const { plan } = planText({ text, rows, from: 'plannedMinor', context: { rows: usual } });
    expect(plan.questions.map(({ kind, readings }) => [kind, ...readings.map(({ value }) => value)])).toEqual(
      [
        ['thousand', 43_760_000, 43_760],
        ['thousand', 25_000_000, 25_000],
        ['thousand', 12_050_000, 12_050],
      ],
    );
  });

  /** What is asked of a block of one column, each amount with the kind of its question. */
  const askOf = (amounts: readonly string[]) => {
    const rows = amounts.map((_, index) => row(`n${index}`));
    const text = amounts.join('\n');
    const { plan } = planText({ text, rows, from: 'plannedMinor', context: { rows: usual } });
    return readPlanned(plan).map(([, , planned]) => planned);
  };

  test('GRD-48 a column whose middle is a thousand times off is asked about whole, also where an amount alone would fit', () => {
    const column = ['437,6', '400', '5', '250', '90000'];
    expect(askOf(column)).toEqual(column.map(() => '?thousand'));
    expect(askOf(['5'])).toEqual([500]);
    expect(askOf(['90000'])).toEqual([9_000_000]);
    // The other way round: nobody asks about amounts that a column of the usual size has among them.
    expect(askOf(['437600', '400000', '5', '250000', '90000'])).toEqual([
      43_760_000, 40_000_000, 500, 25_000_000, 9_000_000,
    ]);
    expect(askOf(['437600000', '400000000', '90000', '250000000'])).toEqual(
      Array.from({ length: 4 }, () => '?thousand'),
    );
  });

  test('GRD-48 one amount off, or two, say nothing about the rest of their column', () => {
    expect(askOf(['437,6', '400000', '250000', '300000'])).toEqual([
      '?thousand',
      40_000_000,
      25_000_000,
      30_000_000,
    ]);
    expect(askOf(['437,6', '5'])).toEqual(['?thousand', 500]);
  });

  test('GRD-48 a fact a thousand times off its plan is asked about, and a near plan proves a large one right', () => {
    const rows = [buildExpenditure('r1', { plannedMinor: 25_000_000_000 })];
    const near = planText({ text: '249000000', rows, from: 'actualMinor', context: { rows: usual } });
    expect(readPlanned(near.plan)).toEqual([[1, 'actualMinor', 24_900_000_000]]);
    const off = planText({ text: '249000', rows, from: 'actualMinor', context: { rows: usual } });
    expect(readPlanned(off.plan)).toEqual([[1, 'actualMinor', '?thousand']]);
  });

  test('GRD-48 a thousandth of an amount is not offered, for it would lose kopiykas', () => {
    const inThousands = usual.map(({ id }) => buildExpenditure(id, { plannedMinor: 39_000 }));
    const context = { rows: inThousands };
    const { plan } = planText({ text: '390 023,56', rows: [row('r1')], from: 'plannedMinor', context });
    expect(plan.questions).toMatchObject([{ kind: 'thousand', readings: [{ value: 39_002_356 }] }]);
  });

  test('GRD-48 a title in thousands of hryvnias is believed only when it is confirmed', () => {
    const context = { thousands: new Set(['plannedMinor'] as const) };
    const { plan } = planText({ text: '437,6', rows: [row('r1')], from: 'plannedMinor', context });
    expect(plan.questions).toMatchObject([
      { kind: 'thousand', likely: 0, readings: [{ value: 43_760_000 }, { value: 43_760 }] },
    ]);
  });
});

describe('directions and indicators', () => {
  const plan = (text: string, from: string, rows: Row[]) =>
    resolvePlan(planText({ table: 'activity', text, rows, from }).plan, noDecisions, structure);

  test('GRD-44 a pasted indicator brings its direction, and a pasted direction takes away one not its own', () => {
    const [indicator] = structure.indicators;
    expect(plan('Показник sum', 'indicatorId', []).rows[0]?.values).toEqual({
      indicatorId: 'sum',
      directionId: 'd1',
    });
    const old = buildActivity('r1', {
      directionId: indicator?.directionId ?? null,
      indicatorId: indicator?.id ?? null,
    });
    const changed = plan('2', 'directionId', [old]);
    expect(changed.cells.map(({ field, value }) => [field, value])).toEqual([
      ['directionId', 'd2'],
      ['indicatorId', null],
    ]);
    expect(changed.clearedCount).toBe(1);
  });

  test('GRD-44 an indicator of another direction than the line’s is asked about', () => {
    const { plan } = planText({
      table: 'activity',
      text: '2\to1\tПоказник sum',
      rows: [],
      from: 'directionId',
    });
    expect(readPlanned(plan)).toEqual([
      [1, 'directionId', 'd2'],
      [1, 'indicatorId', '?other-direction'],
    ]);
  });
});

describe('properties', () => {
  const writable = structure.organisations.map(({ id }) => id);
  const canWrite = () => ({ allowed: true }) as const;

  test('GRD-49 any table copied out and pasted back is the same table, and nothing is asked', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom('activity' as const, 'expenditure' as const), (rows, table) => {
        const own = rows.filter(({ kind }) => kind === table);
        fc.pre(own.length > 0);
        const text = own
          .map((row) => fieldSpecs[table].map((spec) => texts.cell(row, spec)).join('\t'))
          .join('\n');
        const columns = fieldSpecs[table].map(({ field }): string => field);
        const target = { columns, rows: own, ranges: [{ rows: own, columns }], writable: new Set(writable) };
        const block = buildBlock(text.split('\n').map((line) => line.split('\t')));
        const layout = must(layOutBlock(block, target, plainLayout), 'a layout');
        const plan = planBlock(layout.lines, buildContext(table, { canWrite, rows: own }));
        expect(plan.questions).toEqual([]);
        expect(plan.lines).toEqual([]);
      }),
    );
  });

  test('GRD-49 a table copied out and pasted into empty rows is the same table, once what is asked is answered', () => {
    const values = anyRows.map((rows) =>
      rows.filter(({ values }) =>
        Object.entries(values).every(
          ([field, value]) => !/direction|indicator/.test(field) || value !== 'gone',
        ),
      ),
    );
    fc.assert(
      fc.property(values, (rows) => {
        const own = rows.filter(({ kind }) => kind === 'expenditure');
        fc.pre(own.length > 0);
        const block = buildBlock(
          own.map((row) => fieldSpecs.expenditure.map((spec) => texts.cell(row, spec))),
        );
        const empty = own.map((_, index) => buildExpenditure(`e${index}`));
        const columns = fieldSpecs.expenditure.map(({ field }): string => field);
        const target = {
          columns,
          rows: empty,
          ranges: [{ rows: empty, columns }],
          writable: new Set(writable),
        };
        const layout = must(layOutBlock(block, target, plainLayout), 'a layout');
        const plan = planBlock(layout.lines, buildContext('expenditure', { canWrite, rows: [] }));
        expect(plan.questions.filter(({ kind }) => kind !== 'thousand')).toEqual([]);
        const pasted = new Map(
          resolvePlan(plan, noDecisions, structure).cells.map((cell) => [
            `${cell.rowId}/${cell.field}`,
            cell.value,
          ]),
        );
        for (const [index, row] of own.entries()) {
          for (const { field } of fieldSpecs.expenditure) {
            const asked = plan.lines.some(
              ({ row: target, cells }) =>
                target?.id === `e${index}` &&
                cells.some((cell) => cell.field === field && cell.question !== null),
            );
            if (asked) continue;
            const value = readCellValue(row, field);
            const spec = must(findFieldSpec('expenditure', field), field);
            // Spaces at the ends of a text are not kept.
            const kept =
              typeof value === 'string' && spec.kind !== 'choice'
                ? spec.kind === 'long'
                  ? value.trimEnd()
                  : value.trim()
                : value;
            expect(pasted.get(`e${index}/${field}`) ?? null).toBe(kept === '' ? null : kept);
          }
        }
      }),
    );
  });
});
