import type { RefObject } from 'react';
import type { CellWatch } from '../conflict/CellWatch.ts';
import type { CommitProblem } from '../conflict/decideCommit.ts';
import type { TypedValue } from '../fill/planFill.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import type { CellParse } from '../parseCell.ts';
import type { Editing } from './Editing.ts';

/** What every editor gets. */
export type EditorProps = {
  /** Round everything the editor draws. */
  box: RefObject<HTMLElement | null>;
  editing: Editing;
  /** In a form it stands in the page, over a cell it floats. */
  layout: 'cell' | 'form';
  watch: CellWatch;
  words: GridWords;
  /** Column and row, for screen readers. */
  label: string;
  /** The cell as one would type it. */
  initialText: string;
  parse(text: string): CellParse;
  /** `move` is null when the focus is already elsewhere. */
  onClose(move: GridMove | null): void;
  /** The value into everything that is selected; null for what stands in the cell. Null where only this cell is. */
  onFill: ((typed: TypedValue | null) => void) | null;
  /** Something was typed while the cell may be out of sight. */
  onTyped(): void;
  /** The row is about to be put back: it is to be shown whatever the filter says. */
  onRestoring(): void;
  /** The page left while this text could not be written. */
  onKept(text: string, problem: CommitProblem): void;
  /** The whole page is going while this text stands only here. */
  onPageHide(text: string): void;
  onIndicatorCleared(): void;
};
