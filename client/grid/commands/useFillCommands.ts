import { useMemo } from 'react';
import type { Row } from '#shared/model/rows.ts';
import { readCopiedCell } from '../clipboard/readCopiedCell.ts';
import {
  type DraggedFill,
  planDraggedFill,
  planFillDown,
  planFillRight,
  planFillWith,
} from '../fill/planFill.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { GridTools } from './GridTools.ts';
import type { WriteWishes } from './useWishWriter.tsx';

export type FillActions = {
  /** What the handle was drawn over. */
  fill(fill: DraggedFill): void;
  handlers: Pick<CommandHandlers, 'fillDown' | 'fillRight' | 'fillSelection'>;
};

/** Ctrl+D, Ctrl+R, and Ctrl+Enter into everything that is selected. */
export function useFillCommands(
  { grid, words }: Pick<GridTools, 'grid' | 'words'>,
  write: WriteWishes,
): FillActions {
  return useMemo(() => {
    const readText = (row: Row, column: string) => readCopiedCell(row, column, words.texts).text;
    /** Of one row or column alone, what stands before it is the source. */
    const widen = (range: SelectedRange, side: 'above' | 'left') =>
      (side === 'above' ? range.rows : range.columns).length > 1
        ? range
        : (grid.current?.hands.widen(range, side) ?? range);
    const handlers: FillActions['handlers'] = {
      fillDown({ readRanges }) {
        write(readRanges().flatMap((range) => [...planFillDown(widen(range, 'above'), readText)]));
        return true;
      },
      fillRight({ readRanges }) {
        write(readRanges().flatMap((range) => [...planFillRight(widen(range, 'left'), readText)]));
        return true;
      },
      fillSelection({ cell, readRanges }) {
        if (cell !== null) write(planFillWith(cell, readRanges(), readText));
        return true;
      },
    };
    return { handlers, fill: (fill) => write(planDraggedFill(fill, readText)) };
  }, [grid, words, write]);
}
