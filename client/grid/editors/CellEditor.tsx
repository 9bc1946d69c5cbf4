import { Portal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { showKeptText } from '#client/ui/showKeptText.tsx';
import type { ChoiceLabel } from '../CellTexts.ts';
import { buildChoices } from '../choices.ts';
import type { GridMove } from '../GridCell.ts';
import type { GridWords } from '../GridWords.ts';
import { parseCell } from '../parseCell.ts';
import type { RowGrid } from '../RowGrid.ts';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import type { Editing } from './Editing.ts';
import type { EditorProps } from './EditorProps.ts';
import classes from './editors.module.css';
import { TextEditor } from './TextEditor.tsx';
import { useAnchoredBox } from './useAnchoredBox.ts';

type Props = {
  grid: RowGrid;
  editing: Editing;
  words: GridWords & { choiceLabel: ChoiceLabel };
  onClose(move: GridMove | null): void;
};

/** The editor of one cell, over it. Mount it anew (by `key`) for another cell. */
export function CellEditor({ grid, editing, words, onClose }: Props) {
  const { t } = useTranslation('grid');
  const { structure } = useReport();
  const box = useRef<HTMLDivElement>(null);
  const { row, spec, column } = editing;
  useAnchoredBox(box, grid, rowKey(row), column);
  const columnTitle = words.columnTitle(spec.field);
  // Kept: a colleague may delete the row while it is being edited.
  const [rowNumber] = useState(() => grid.rowNumber(rowKey(row)));
  const props: EditorProps = {
    box,
    editing,
    words,
    label: t('edit.cell', { column: columnTitle, number: rowNumber }),
    initialText: words.texts.editable(row, spec),
    parse: (text) =>
      parseCell(text, spec, { table: row.kind, reportYear: structure.report.year, columnTitle }),
    onClose,
    onTakenAway: (text) =>
      showKeptText({ title: t('kept.title'), explanation: t('kept.text', { column: columnTitle }), text }),
    onIndicatorCleared: () => notifications.show({ message: t('edit.indicatorCleared'), color: 'yellow' }),
  };
  return (
    <Portal>
      <div ref={box} className={classes.box}>
        {spec.kind === 'choice' ? (
          <ChoiceEditor {...props} choices={buildChoices(row, spec.field, structure, words.choiceLabel)} />
        ) : (
          <TextEditor {...props} />
        )}
      </div>
    </Portal>
  );
}
