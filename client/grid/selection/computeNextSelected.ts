import type { CellName } from './CellName.ts';
import type { CellBlock } from './selectionRange.ts';

/**
 * The next cell within what is selected, round and round: along the rows for Tab, down the columns for
 * Enter, from the end of one range into the beginning of the next. Null when the cell is in none.
 */
export function computeNextSelected(
  blocks: readonly CellBlock[],
  from: CellName,
  move: 'down' | 'up' | 'right' | 'left',
): CellName | null {
  const isAlongRows = move === 'right' || move === 'left';
  const step = move === 'right' || move === 'down' ? 1 : -1;
  const block = blocks.findIndex(
    ({ rows, columns }) => rows.includes(from.key) && columns.includes(from.column),
  );
  const current = blocks[block];
  if (current === undefined) return null;
  const place = readPlace(current) + step;
  if (place >= 0 && place < size(current)) return cellAt(current, place);
  const next = blocks[(block + step + blocks.length) % blocks.length] ?? current;
  return cellAt(next, step > 0 ? 0 : size(next) - 1);

  function readPlace({ rows, columns }: CellBlock): number {
    const [row, column] = [rows.indexOf(from.key), columns.indexOf(from.column)];
    return isAlongRows ? row * columns.length + column : column * rows.length + row;
  }

  function cellAt({ rows, columns }: CellBlock, at: number): CellName | null {
    const length = isAlongRows ? columns.length : rows.length;
    const [line, along] = [Math.floor(at / length), at % length];
    const key = rows[isAlongRows ? line : along];
    const column = columns[isAlongRows ? along : line];
    return key === undefined || column === undefined ? null : { key, column };
  }
}

function size({ rows, columns }: CellBlock): number {
  return rows.length * columns.length;
}
