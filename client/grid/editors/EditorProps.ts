import type { RefObject } from 'react';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import type { CellParse } from '../parseCell.ts';
import type { Editing } from './Editing.ts';

/** What every editor gets. */
export type EditorProps = {
  /** The fixed box over the cell that the editor is drawn in. */
  box: RefObject<HTMLElement | null>;
  editing: Editing;
  words: GridWords;
  /** Column and row, for screen readers. */
  label: string;
  /** The cell as one would type it. */
  initialText: string;
  parse(text: string): CellParse;
  onClose(move: GridMove | null): void;
  /** The page left while this text was not written yet. */
  onTakenAway(text: string): void;
  onIndicatorCleared(): void;
};
