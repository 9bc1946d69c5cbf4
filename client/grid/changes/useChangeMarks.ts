import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableKind } from '#shared/model/rows.ts';
import type { GridWords } from '../GridWords.ts';
import type { RowGrid } from '../RowGrid.ts';
import { buildChangeMarks } from './ChangeMarks.ts';
import { useChangeText } from './useChangeText.ts';
import type { ChangedSheet } from './useSheetChanges.ts';

type Options = { table: TableKind; grid: RowGrid | null; words: GridWords; sheets: readonly ChangedSheet[] };

/** Marks in the table what changed since it was accepted, until it is accepted again. */
export function useChangeMarks({ table, grid, words, sheets }: Options): void {
  const { t } = useTranslation('submission');
  const print = useChangeText(words);
  const marks = useMemo(
    () =>
      buildChangeMarks(sheets, {
        cell: (field, before) =>
          t('changes.cell', { before: print(table, field, before) || t('changes.empty') }),
        addedRow: t('changes.row'),
      }),
    [sheets, table, print, t],
  );
  useEffect(() => grid?.drawing.setChanges(marks), [grid, marks]);
}
