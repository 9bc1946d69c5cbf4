import { useMemo } from 'react';
import type { CellWish } from '../fill/CellWish.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { EditingActions } from './useEditing.ts';
import type { WriteWishes } from './useWishWriter.tsx';

/** Empties the selected cells. */
export function useClearCommand(
  { lockOf, open }: Pick<EditingActions, 'lockOf' | 'open'>,
  write: WriteWishes,
): Pick<CommandHandlers, 'clear'> {
  return useMemo(
    () => ({
      clear({ cell, readRanges }) {
        if (cell === null) return false;
        const ranges = readRanges();
        // One locked cell says why at its place.
        if (isOneCell(ranges) && lockOf(cell) !== null) open(cell, false);
        else write(planClearing(ranges), 'clear');
        return true;
      },
    }),
    [lockOf, open, write],
  );
}

function isOneCell([only, ...others]: readonly SelectedRange[]): boolean {
  return others.length === 0 && only?.rows.length === 1 && only.columns.length === 1;
}

function* planClearing(ranges: readonly SelectedRange[]): Generator<CellWish> {
  for (const { rows, columns } of ranges)
    for (const row of rows) for (const column of columns) yield { row, column, content: { value: null } };
}
