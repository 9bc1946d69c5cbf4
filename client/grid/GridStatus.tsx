import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './GridPage.module.css';
import type { RowGrid } from './RowGrid.ts';
import { SelectionStatus } from './selection/SelectionStatus.tsx';

type Props = {
  /** Null before the table is there. */
  grid: RowGrid | null;
  counts: { shown: number; all: number };
  /** About the focused cell. */
  note: string | null;
  /** Shows the list of keys. */
  onKeys(): void;
};

/** The line under the table. */
export function GridStatus({ grid, counts, note, onKeys }: Props) {
  const { t } = useTranslation(['grid', 'keys']);
  return (
    <div className={classes.status}>
      <span role="status" className={classes.statusCount}>
        {counts.shown === counts.all
          ? t('status.rows', { count: counts.all })
          : t('status.shown', { shown: counts.shown, all: counts.all })}
      </span>
      {note !== null && <span className={classes.statusNote}>{note}</span>}
      {grid !== null && <SelectionStatus grid={grid} hint={t('status.keys')} />}
      <Tooltip label={t('keys:button')}>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('keys:button')} onClick={onKeys}>
          <IconHelp size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
