import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableKind } from '#shared/model/rows.ts';
import type { GridWords } from '../GridWords.ts';
import type { PanelTab } from '../panel/PanelTab.ts';
import type { Panel } from '../panel/usePanel.ts';
import type { RowGrid } from '../RowGrid.ts';
import { ChangesPanel } from './ChangesPanel.tsx';
import './changeMarks.css';
import { useChangeMarks } from './useChangeMarks.ts';
import { useChangesDoor } from './useChangesDoor.ts';
import { useGoToChange } from './useGoToChange.ts';
import { useSheetChanges } from './useSheetChanges.ts';

type Options = {
  table: TableKind;
  grid: RefObject<RowGrid | null>;
  created: RowGrid | null;
  words: GridWords;
  panel: Panel;
};

/** What changed since acceptance: marks in the table, and the panel's tab; none while nothing has. */
export function useChangesTab({ table, grid, created, words, panel }: Options): PanelTab[] {
  const { t } = useTranslation('submission');
  const sheets = useSheetChanges();
  useChangeMarks({ table, grid: created, words, sheets });
  const { open, tab } = panel;
  const [only, setOnly] = useChangesDoor(useCallback(() => open('changes'), [open]));
  const go = useGoToChange(table, grid);
  if (sheets.length === 0 && tab !== 'changes') return [];
  const content = (
    <ChangesPanel sheets={sheets} only={only} onAll={() => setOnly(null)} words={words} onGo={go} />
  );
  return [{ id: 'changes', title: t('changes.tab'), content }];
}
