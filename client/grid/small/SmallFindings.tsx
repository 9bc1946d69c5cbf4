import { Drawer } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFindingFilter } from '../findings/FindingFilter.ts';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { findingLink } from '../findings/findingLink.ts';
import { useFindingsDoor } from '../findings/useFindingsDoor.ts';
import type { RowPlace } from './useRowPlace.ts';

type Props = { isOpen: boolean; onOpen(isOpen: boolean): void };

/** What the checks say, over the whole screen. A finding leads to its row's form, and that back to the list of rows. */
export function SmallFindings({ isOpen, onOpen }: Props) {
  const { t } = useTranslation('findings');
  const { structure, rows } = useReport();
  const navigate = useNavigate();
  const findingFilter = useFindingFilter();
  const door = useMemo(() => ({ tab: null, open: () => onOpen(true), close: () => onOpen(false) }), [onOpen]);
  useFindingsDoor(door, findingFilter);
  return (
    <Drawer
      opened={isOpen}
      onClose={door.close}
      position="bottom"
      size="100dvh"
      title={t('list.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
      styles={{ body: { padding: 0 } }}
    >
      <FindingsPanel
        {...findingFilter}
        current={null}
        onGo={(finding) => {
          const link = findingLink(structure.report.id, finding, findRowOf(finding, rows));
          if (link === null) return;
          door.close();
          const place: RowPlace = { isFromList: true };
          void navigate(link, { state: place });
        }}
      />
    </Drawer>
  );
}
