import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeNextSelected } from '#client/grid/selection/computeNextSelected.ts';
import { computeTarget, type Direction, type Reach } from '#client/grid/selection/computeTarget.ts';
import type { RowKey } from '#client/sync/RowStore.ts';
import { buildLayout, cell } from './layout.ts';

/** A drawn table: `#` is a filled cell, `.` an empty one; a line of `-` is a heading between rows. */
function look(...lines: string[]) {
  const keys = lines.map((line, index) => (line.startsWith('-') ? '' : `r${index + 1}`));
  const columns = ['a', 'b', 'c', 'd', 'e'];
  return {
    layout: buildLayout(keys, columns),
    isFilled: ({ key, column }: { key: string; column: string }) =>
      lines[keys.indexOf(key)]?.[columns.indexOf(column)] === '#',
    pageRows: () => 3,
  };
}

function go(terrain: ReturnType<typeof look>, from: string, direction: Direction, reach: Reach): string {
  const { key, column } = computeTarget(
    cell(`r${from.slice(1)}`, from.slice(0, 1)),
    direction,
    reach,
    terrain,
  );
  return column + key.slice(1);
}

describe('GRD-22 keys lead where a spreadsheet’s do', () => {
  const table = look('##.##', '#....', '#..#.', '.....', '#....');

  test.each([
    ['a1', 'right', 'b1'],
    ['e1', 'right', 'e1'],
    ['a1', 'up', 'a1'],
    ['a5', 'down', 'a5'],
    ['b2', 'down', 'b3'],
  ] as const)('one cell from %s to the %s: %s', (from, direction, to) => {
    expect(go(table, from, direction, 'cell')).toBe(to);
  });

  test.each([
    ['a1', 'right', 'b1', 'to the last of a run'],
    ['b1', 'right', 'd1', 'over a gap to the next filled one'],
    ['d1', 'right', 'e1', 'to the end of the row'],
    ['a1', 'down', 'a3', 'down to the last of a run'],
    ['a3', 'down', 'a5', 'down over a gap'],
    ['c1', 'down', 'c5', 'to the end when nothing is filled'],
    ['e5', 'left', 'a5', 'from an empty cell to the next filled one'],
    ['d5', 'up', 'd3', 'up to the next filled one'],
    ['c3', 'right', 'd3', 'a filled neighbour is the next filled one'],
  ] as const)('Ctrl from %s to the %s: %s, %s', (from, direction, to, _words) => {
    expect(go(table, from, direction, 'edge')).toBe(to);
  });

  test('to the ends of the row, of the table, and by a screenful', () => {
    expect(go(table, 'c3', 'left', 'row')).toBe('a3');
    expect(go(table, 'c3', 'right', 'row')).toBe('e3');
    expect(go(table, 'c3', 'left', 'table')).toBe('a1');
    expect(go(table, 'c3', 'right', 'table')).toBe('e5');
    expect(go(table, 'c1', 'down', 'page')).toBe('c4');
    expect(go(table, 'c4', 'down', 'page')).toBe('c5');
    expect(go(table, 'c5', 'up', 'page')).toBe('c2');
  });

  test('a heading between rows is stepped over', () => {
    const grouped = look('-----', '#....', '-----', '#....', '-----');
    expect(go(grouped, 'a2', 'down', 'cell')).toBe('a4');
    expect(go(grouped, 'a2', 'up', 'cell')).toBe('a2');
    expect(go(grouped, 'a2', 'down', 'edge')).toBe('a4');
    expect(go(grouped, 'a4', 'left', 'table')).toBe('a2');
    expect(go(grouped, 'a2', 'right', 'table')).toBe('e4');
    expect(go(grouped, 'a4', 'down', 'page')).toBe('a4');
  });
});

describe('GRD-23 Tab and Enter go round within what is selected', () => {
  const blocks = [
    { rows: ['r1', 'r2'].map((key) => cell(key, '').key), columns: ['a', 'b'] },
    { rows: ['r5'].map((key) => cell(key, '').key), columns: ['c'] },
  ];

  function tour(move: 'down' | 'up' | 'left' | 'right'): string[] {
    const places: string[] = [];
    let place = cell('r1', 'a');
    for (let step = 0; step < 6; step += 1) {
      places.push(`${place.column}${place.key.slice(1)}`);
      place = computeNextSelected(blocks, place, move) ?? place;
    }
    return places;
  }

  test('along the rows, down the columns, and back', () => {
    expect(tour('right')).toEqual(['a1', 'b1', 'a2', 'b2', 'c5', 'a1']);
    expect(tour('down')).toEqual(['a1', 'a2', 'b1', 'b2', 'c5', 'a1']);
    expect(tour('left')).toEqual(['a1', 'c5', 'b2', 'a2', 'b1', 'a1']);
    expect(tour('up')).toEqual(['a1', 'c5', 'b2', 'b1', 'a2', 'a1']);
  });

  test('every cell is visited once before the first comes again', () => {
    const names = (prefix: string) =>
      fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, (_, i) => `${prefix}${i}`));
    fc.assert(
      fc.property(
        names('r'),
        names('c'),
        fc.constantFrom('down', 'up', 'left', 'right'),
        (rows, columns, move) => {
          const block = { rows: rows as RowKey[], columns };
          const seen = new Set<string>();
          let place = cell(rows[0] ?? '', columns[0] ?? '');
          for (let step = 0; step < rows.length * columns.length; step += 1) {
            seen.add(`${place.key}/${place.column}`);
            place = computeNextSelected([block], place, move) ?? place;
          }
          expect(seen.size).toBe(rows.length * columns.length);
          expect(place).toEqual(cell(rows[0] ?? '', columns[0] ?? ''));
        },
      ),
    );
  });

  test('a cell outside of the selection has no next one in it', () => {
    expect(computeNextSelected(blocks, cell('r5', 'a'), 'down')).toBeNull();
  });
});
