import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildRange,
  includesCell,
  moveHead,
  type RangeExtent,
  readExtent,
  resolveRange,
} from '#client/grid/selection/selectionRange.ts';
import type { RowKey } from '#client/sync/RowStore.ts';
import { buildLayout, cell } from './layout.ts';

const numbered = buildLayout(['r1', 'r2', 'r3', 'r4', 'r5']);

describe('ranges', () => {
  test('a range holds what stands between its ends, whichever way it was drawn', () => {
    const expected = { rows: ['r2', 'r3', 'r4'], columns: ['b', 'c'] };
    for (const [from, to] of [
      [cell('r2', 'b'), cell('r4', 'c')],
      [cell('r4', 'c'), cell('r2', 'b')],
      [cell('r2', 'c'), cell('r4', 'b')],
    ] as const)
      expect(resolveRange(buildRange(from, to, 'cells', numbered), numbered)).toEqual(expected);
  });

  test.each([
    ['rows', { rows: ['r2', 'r3'], columns: ['a', 'b', 'c', 'd'] }],
    ['columns', { rows: ['r1', 'r2', 'r3', 'r4', 'r5'], columns: ['b'] }],
    ['all', { rows: ['r1', 'r2', 'r3', 'r4', 'r5'], columns: ['a', 'b', 'c', 'd'] }],
  ] as const)('whole %s', (extent, expected) => {
    const range = buildRange(cell('r2', 'b'), cell('r3', 'b'), extent, numbered);
    expect(resolveRange(range, numbered)).toEqual(expected);
    expect(readExtent(range)).toBe(extent);
  });

  test('drawing out keeps the other end, and what is whole', () => {
    const range = buildRange(cell('r3', 'b'), cell('r4', 'c'), 'cells', numbered);
    expect(resolveRange(moveHead(range, cell('r1', 'a'), numbered), numbered)).toEqual({
      rows: ['r1', 'r2', 'r3'],
      columns: ['a', 'b'],
    });
    const rows = buildRange(cell('r3', 'b'), cell('r3', 'b'), 'rows', numbered);
    expect(resolveRange(moveHead(rows, cell('r4', 'a'), numbered), numbered)).toEqual({
      rows: ['r3', 'r4'],
      columns: ['a', 'b', 'c', 'd'],
    });
  });

  test('GRD-21 a row inserted by others is not in it, a deleted one no longer', () => {
    const range = buildRange(cell('r2', 'b'), cell('r4', 'b'), 'cells', numbered);
    const later = buildLayout(['r1', 'r2', 'theirs', 'r4', 'r5']);
    expect(resolveRange(range, later).rows).toEqual(['r2', 'r4']);
    expect(includesCell(range, cell('theirs', 'b'))).toBe(false);
  });

  test('GRD-21 whole columns take in a row that comes', () => {
    const range = buildRange(cell('r1', 'b'), cell('r1', 'b'), 'columns', numbered);
    const later = buildLayout(['theirs', 'r1']);
    expect(resolveRange(range, later).rows).toEqual(['theirs', 'r1']);
  });

  test('a range whose first cell is gone is drawn out from what is left of it', () => {
    const range = buildRange(cell('r2', 'b'), cell('r4', 'c'), 'cells', numbered);
    const later = buildLayout(['r1', 'r3', 'r4', 'r5']);
    expect(resolveRange(moveHead(range, cell('r5', 'c'), later), later)).toEqual({
      rows: ['r3', 'r4', 'r5'],
      columns: ['b', 'c'],
    });
  });
});

describe('GRD-21 whatever others do', () => {
  const keys = Array.from({ length: 8 }, (_, index) => `r${index}`);
  const columns = ['a', 'b', 'c', 'd'];
  const extent = fc.constantFrom<RangeExtent>('cells', 'rows', 'columns', 'all');
  const name = fc.record({ key: fc.constantFrom(...keys), column: fc.constantFrom(...columns) });
  const shown = fc.shuffledSubarray([...keys, 'n1', 'n2', 'n3']);
  const shownColumns = fc.shuffledSubarray(columns);

  test('the selection is its own rows and columns that are shown, in the order of the screen', () => {
    fc.assert(
      fc.property(name, name, extent, shown, shownColumns, (from, to, kind, laterKeys, laterColumns) => {
        const before = buildLayout(keys, columns);
        const range = buildRange(cell(from.key, from.column), cell(to.key, to.column), kind, before);
        const chosen = resolveRange(range, before);
        const later = resolveRange(range, buildLayout(laterKeys, laterColumns));
        const isWhole = kind === 'columns' || kind === 'all';
        expect(later.rows).toEqual(laterKeys.filter((key) => isWhole || chosen.rows.includes(key as RowKey)));
        expect(later.columns).toEqual(
          laterColumns.filter(
            (column) => kind === 'rows' || kind === 'all' || chosen.columns.includes(column),
          ),
        );
        for (const key of laterKeys)
          for (const column of laterColumns)
            expect(includesCell(range, cell(key, column))).toBe(
              later.rows.includes(key as RowKey) && later.columns.includes(column),
            );
      }),
    );
  });
});
