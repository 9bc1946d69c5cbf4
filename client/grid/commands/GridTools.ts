import type { RefObject } from 'react';
import type { RowFilter } from '#client/app/RowFilter.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { Organisation } from '#shared/model/structure.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { GridWords } from '../GridWords.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { RunLong } from '../work/useLongWork.tsx';

/** What every command of the table works with. */
export type GridTools = {
  table: TableKind;
  grid: RefObject<RowGrid | null>;
  words: GridWords & { choiceLabel: ChoiceLabel };
  filter: RowFilter;
  /** Those whose sheets may be written now. */
  writable: readonly Organisation[];
  runLong: RunLong;
};
