import { Portal } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowKey } from '#client/sync/RowStore.ts';
import type { ChoiceLabel } from '../CellTexts.ts';
import type { TypedValue } from '../fill/planFill.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { Editing } from './Editing.ts';
import { EditorOf } from './EditorOf.tsx';
import classes from './editors.module.css';
import { useAnchoredBox } from './useAnchoredBox.ts';

type Props = {
  grid: RowGrid;
  editing: Editing;
  words: GridWords & { choiceLabel: ChoiceLabel };
  onClose(move: GridMove | null): void;
  /** Ctrl+Enter over several cells. */
  onFill(typed: TypedValue | null): void;
};

/** The editor of one cell, over it. Mount it anew (by `key`) for another cell. */
export function CellEditor({ grid, editing, words, onClose, onFill }: Props) {
  const { t } = useTranslation('grid');
  const box = useRef<HTMLDivElement>(null);
  const { row, spec, column } = editing;
  const key = rowKey(row);
  useAnchoredBox(box, grid, key, column);
  // Kept: a colleague may delete the row while it is being edited.
  const [rowNumber] = useState(() => grid.rowNumber(key));
  return (
    <Portal>
      <div ref={box} className={classes.box} data-layout="cell">
        <EditorOf
          box={box}
          layout="cell"
          editing={editing}
          words={words}
          label={t('edit.cell', { column: words.columnTitle(spec.field), number: rowNumber })}
          onClose={onClose}
          onFill={grid.hands.selection.isSeveral() ? onFill : null}
          onTyped={() => {
            if (grid.cellRect(key, column) === null) grid.reveal(key, column);
          }}
          onRestoring={() => grid.keep(key)}
        />
      </div>
    </Portal>
  );
}
