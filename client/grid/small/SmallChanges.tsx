import { Drawer } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { ChangesPanel } from '../changes/ChangesPanel.tsx';
import { useChangesDoor } from '../changes/useChangesDoor.ts';
import { useSheetChanges } from '../changes/useSheetChanges.ts';
import { findFieldSpec } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import type { RowPlace } from './useRowPlace.ts';

/** What changed since sheets were accepted, over the whole screen. A change leads to its row's form. */
export function SmallChanges({ words }: { words: GridWords }) {
  const { t } = useTranslation(['submission', 'findings']);
  const { structure } = useReport();
  const navigate = useNavigate();
  const sheets = useSheetChanges();
  const [isOpen, setOpen] = useState(false);
  const [only, setOnly] = useChangesDoor(useCallback(() => setOpen(true), []));
  return (
    <Drawer
      opened={isOpen}
      onClose={() => setOpen(false)}
      position="bottom"
      size="100dvh"
      title={t('changes.title')}
      closeButtonProps={{ 'aria-label': t('findings:panel.close') }}
      styles={{ body: { padding: 0 } }}
    >
      <ChangesPanel
        sheets={sheets}
        only={only}
        onAll={() => setOnly(null)}
        words={words}
        onGo={({ table, rowId, column }) => {
          setOpen(false);
          const place: RowPlace = { isFromList: true };
          const field = findFieldSpec(table, column)?.field ?? null;
          void navigate(rowLink(structure.report.id, table, rowId, field), { state: place });
        }}
      />
    </Drawer>
  );
}
