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
};

/** The line under the table. */
export function GridStatus({ grid, counts, note }: Props) {
  const { t } = useTranslation('grid');
  return (
    <div className={classes.status}>
      <span role="status" className={classes.statusCount}>
        {counts.shown === counts.all
          ? t('status.rows', { count: counts.all })
          : t('status.shown', { shown: counts.shown, all: counts.all })}
      </span>
      {note !== null && <span className={classes.statusNote}>{note}</span>}
      {grid !== null && <SelectionStatus grid={grid} hint={t('status.keys')} />}
    </div>
  );
}
