import type { GridCell } from '../GridCell.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';

/** Where a command was given. */
export type CommandPlace = {
  /** The cell with the focus; null in the header and in the line of totals. */
  cell: GridCell | null;
  /** The column whose header has the focus; null elsewhere. */
  header: string | null;
  /** The key's `code`, where several keys mean one command: `ArrowUp`. */
  code: string;
  /** All that is selected, that cell included. Worked out when it is asked for: it may be ten thousand rows. */
  readRanges(): readonly SelectedRange[];
};
