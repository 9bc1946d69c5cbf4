import { useMemo } from 'react';
import type { Row } from '#shared/model/rows.ts';
import { readCopiedCell } from '../clipboard/readCopiedCell.ts';
import type { CellWish } from '../fill/CellWish.ts';
import {
  type DraggedFill,
  planDraggedFill,
  planFillDown,
  planFillRight,
  planFillWith,
  planTypedFill,
  type TypedValue,
} from '../fill/planFill.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { GridTools } from './GridTools.ts';
import type { WriteWishes } from './useWishWriter.tsx';

export type FillActions = {
  /** What the handle was drawn over. */
  fill(fill: DraggedFill): void;
  /** What was typed in this cell into everything that is selected; null: what stands there. */
  fillTyped(cell: { row: Row; column: string }, typed: TypedValue | null): void;
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
        write(planEach(readRanges(), (range) => planFillDown(widen(range, 'above'), readText)));
        return true;
      },
      fillRight({ readRanges }) {
        write(planEach(readRanges(), (range) => planFillRight(widen(range, 'left'), readText)));
        return true;
      },
      fillSelection({ cell, readRanges }) {
        if (cell !== null) write(planFillWith(cell, readRanges(), readText));
        return true;
      },
    };
    return {
      handlers,
      fill: (fill) => write(planDraggedFill(fill, readText)),
      fillTyped(cell, typed) {
        const ranges = grid.current?.selectedRanges() ?? [];
        write(typed === null ? planFillWith(cell, ranges, readText) : planTypedFill(cell, typed, ranges));
      },
    };
  }, [grid, words, write]);
}

function* planEach(
  ranges: readonly SelectedRange[],
  plan: (range: SelectedRange) => Iterable<CellWish>,
): Generator<CellWish> {
  for (const range of ranges) yield* plan(range);
}
