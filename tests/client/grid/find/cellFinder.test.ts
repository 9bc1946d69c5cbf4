import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCellTexts } from '#client/grid/CellTexts.ts';
import { deviationColumn, fieldSpecs, organisationColumn } from '#client/grid/fields.ts';
import { createCellFinder, type FindSource } from '#client/grid/find/CellFinder.ts';
import type { FindQuery } from '#client/grid/find/FindQuery.ts';
import { createRowFolder, printColumn } from '#client/grid/find/RowFolder.ts';
import type { CellName } from '#client/grid/selection/CellName.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const texts = createCellTexts(buildReportStructure(), 'uk', (_field, value) => value);
const columns = [
  'directionId',
  organisationColumn,
  'measure',
  'plannedMinor',
  'actualMinor',
  deviationColumn,
];

const rows = [
  buildExpenditure('r1', { measure: 'Папір і ще папір', plannedMinor: 39_002_356 }),
  buildExpenditure('r2', { measure: 'Квіти', plannedMinor: 100, actualMinor: 39_002_356 }),
  buildExpenditure('r3', { measure: 'Папір' }, 'o2'),
];

/** A table whose rows and filter can be changed, as the grid's. */
class Table implements FindSource {
  rows: Row[];
  hidden = new Set<string>();

  constructor(all: readonly Row[]) {
    this.rows = [...all];
  }

  shownRows = () => this.rows.filter((row) => !this.hidden.has(rowKey(row)));
  allRows = () => this.rows;
  columns = () => columns;
}

const query = (text: string, options: Partial<FindQuery> = {}): FindQuery => ({
  text,
  isCaseSensitive: false,
  isWholeCell: false,
  column: null,
  scope: null,
  ...options,
});

async function seek(table: Table, wanted: FindQuery, from: CellName | null = null) {
  const finder = createCellFinder(table, createRowFolder(texts));
  finder.seek(wanted, from);
  await settle(finder);
  return finder;
}

function settle(finder: ReturnType<typeof createCellFinder>): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!finder.state.get().isCounted) return;
      stop();
      resolve();
    };
    const stop = finder.state.subscribe(check);
    check();
  });
}

const placeOf = (row: Row | undefined, column: string): CellName => ({
  key: rowKey(row ?? buildExpenditure('none')),
  column,
});

describe('counting', () => {
  test('GRD-63 counts every match of the rows shown, and those of hidden rows apart', async () => {
    const table = new Table(rows);
    table.hidden.add('o2/r3');
    const finder = await seek(table, query('папір'));
    expect(finder.state.get()).toMatchObject({ count: 2, hiddenCount: 1, position: 1 });
    table.hidden.clear();
    finder.recount();
    await settle(finder);
    expect(finder.state.get()).toMatchObject({ count: 3, hiddenCount: 0, position: 1 });
  });

  test('GRD-63 an amount is found in plan, fact and deviation alike', async () => {
    const finder = await seek(new Table(rows), query('390 02'));
    expect([...finder.matchedCells()].map(({ row, column }) => [row.id, column])).toEqual([
      ['r1', 'plannedMinor'],
      ['r2', 'actualMinor'],
      ['r2', 'deviation'],
    ]);
  });

  test('GRD-63 looks in one column, or in chosen cells, when told to', async () => {
    const table = new Table(rows);
    const inColumn = await seek(table, query('390023,56', { column: 'actualMinor' }));
    expect(inColumn.state.get().count).toBe(1);
    const scope = new Map([[rowKey(rows[0] ?? buildExpenditure('')), new Set(['measure'])]]);
    const inScope = await seek(table, query('п', { scope }));
    expect([...inScope.matchedCells()].map(({ row, column }) => [row.id, column])).toEqual([
      ['r1', 'measure'],
    ]);
  });

  test('GRD-64 the count follows the rows, whatever becomes of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRows, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('н', 'НАРАДА', '0', ' ', '22', 'круглий стіл'),
        fc.boolean(),
        async (versions, text, isCaseSensitive) => {
          const table = new Table([]);
          const finder = createCellFinder(table, createRowFolder(texts));
          const wanted = query(text, { isCaseSensitive });
          finder.seek(wanted, null);
          for (const version of versions) {
            table.rows = version;
            table.hidden = new Set(version.filter((_, index) => index % 3 === 0).map((row) => rowKey(row)));
            finder.recount();
            await settle(finder);
            const fresh = await seek(table, wanted);
            const { count, hiddenCount } = fresh.state.get();
            expect(finder.state.get()).toMatchObject({ count, hiddenCount });
            expect([...finder.matchedCells()]).toEqual([...fresh.matchedCells()]);
          }
        },
      ),
    );
  });
});

describe('going from match to match', () => {
  test('GRD-65 begins at the cell one is in, goes on in the order shown, and round the end', async () => {
    const finder = await seek(new Table(rows), query('папір'), placeOf(rows[1], 'measure'));
    const seen = [finder.state.get()];
    for (let step = 0; step < 3; step += 1) {
      finder.step(1, null);
      seen.push(finder.state.get());
    }
    expect(seen.map(({ current, position }) => [current?.key, current?.match.start, position])).toEqual([
      ['o2/r3', 0, 3],
      ['o1/r1', 0, 1],
      ['o1/r1', 11, 2],
      ['o2/r3', 0, 3],
    ]);
  });

  test('GRD-65 there and back again is where one was', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        fc.constantFrom('а', '2', 'о', ' '),
        fc.nat(40),
        async (some, text, steps) => {
          const finder = await seek(new Table(some), query(text));
          const { count, current } = finder.state.get();
          for (let step = 0; step < steps; step += 1) finder.step(1, null);
          if (count) expect(finder.state.get().position).toBe((steps % count) + 1);
          for (let step = 0; step < steps; step += 1) finder.step(-1, null);
          expect(finder.state.get().current).toEqual(current);
        },
      ),
    );
  });

  test('GRD-65 from a place without a match to the nearest one on either side', async () => {
    const finder = await seek(new Table(rows), query('папір'));
    expect(finder.step(1, placeOf(rows[1], 'measure'))?.key).toBe('o2/r3');
    expect(finder.step(-1, placeOf(rows[1], 'measure'))).toMatchObject({
      key: 'o1/r1',
      match: { start: 11 },
    });
  });

  test('GRD-65 stays at its match when rows are put in before it, and leaves one that goes', async () => {
    const table = new Table(rows);
    const finder = await seek(table, query('папір'), placeOf(rows[2], 'measure'));
    table.rows = [buildExpenditure('r0', { measure: 'папір' }), ...rows];
    finder.recount();
    await settle(finder);
    expect(finder.state.get()).toMatchObject({ count: 4, position: 4, current: { key: 'o2/r3' } });
    table.rows = rows.slice(0, 2);
    finder.recount();
    await settle(finder);
    expect(finder.state.get()).toMatchObject({ count: 2, position: null, current: null });
  });
});

test('GRD-60 each column is looked through as it is printed', () => {
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  const printed = [...fieldSpecs.expenditure.map(({ field }) => field as string), organisationColumn].map(
    (column) => printColumn(row, column, texts),
  );
  expect(printed.filter((text) => text !== '')).toEqual(['Папір і ще папір', '390\u00A0023,56', 'o1']);
});
