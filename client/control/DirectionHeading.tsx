import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MatrixRow } from './buildMatrix.ts';
import classes from './DirectionHeading.module.css';
import table from './table.module.css';

type Props = {
  direction: MatrixRow['direction'];
  /** Longest a title may be before it is cut; the whole of it shows on pointing at it. */
  lines: 1 | 2;
};

/** A direction at the head of its line: number and as much of the title as fits. */
export function DirectionHeading({ direction, lines }: Props) {
  const { t } = useTranslation('control');
  if (direction === null) {
    return (
      <span className={table.warn}>
        <IconAlertTriangle className={classes.icon} size={14} aria-hidden /> {t('matrix.withoutDirection')}
      </span>
    );
  }
  return (
    <span className={classes.direction} title={direction.title}>
      <span className={classes.number}>{direction.number}</span>
      <span className={classes.title} style={{ WebkitLineClamp: lines }}>
        {direction.title}
      </span>
    </span>
  );
}
