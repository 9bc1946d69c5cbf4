import { useTranslation } from 'react-i18next';
import classes from './GridPage.module.css';

type Props = {
  counts: { shown: number; all: number };
  /** About the focused cell. */
  note: string | null;
};

/** The line under the table. */
export function GridStatus({ counts, note }: Props) {
  const { t } = useTranslation('grid');
  return (
    <div className={classes.status}>
      <span role="status">
        {counts.shown === counts.all
          ? t('status.rows', { count: counts.all })
          : t('status.shown', { shown: counts.shown, all: counts.all })}
      </span>
      {note !== null && <span className={classes.statusNote}>{note}</span>}
      <span className={classes.statusKeys}>{t('status.keys')}</span>
    </div>
  );
}
