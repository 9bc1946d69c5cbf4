import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import type { MatrixRow } from '../buildMatrix.ts';
import table from '../table.module.css';
import type { MatrixShow } from './MatrixShow.ts';
import classes from './sheets.module.css';

type Props = { directions: readonly MatrixRow['direction'][]; show: MatrixShow; hasSteps: boolean };

/** Counts need little room, so the directions are named by their numbers over them, and by more over sums. */
export function MatrixHead({ directions, show, hasSteps }: Props) {
  const { t } = useTranslation(['control', 'submission']);
  const unit = t(`units.${useMoneyUnit()}`);
  const isState = show === 'state';
  return (
    <thead>
      <tr>
        <th scope="col" className={`${table.first} ${table.text}`}>
          {t('lines.organisation')}
        </th>
        <th scope="col" className={table.text}>
          {t('submission:section.state')}
        </th>
        {directions.map((direction) => (
          <th
            key={direction?.id ?? 'without'}
            scope="col"
            className={isState ? classes.count : classes.direction}
            title={direction === null ? t('matrix.withoutDirection') : direction.title}
          >
            <DirectionName direction={direction} isShort={isState} />
          </th>
        ))}
        {isState ? (
          <>
            <th scope="col" className={table.text}>
              {t('submission:section.findings')}
            </th>
            <th scope="col" className={table.text}>
              {t('sheets.missing')}
            </th>
            <th scope="col">{t('sheets.planned', { unit })}</th>
            <th scope="col">{t('sheets.actual', { unit })}</th>
            <th scope="col">%</th>
            <th scope="col" className={table.text}>
              {t('submission:section.lastChange')}
            </th>
            {hasSteps && (
              <th scope="col" className={table.last}>
                {t('submission:section.actions')}
              </th>
            )}
          </>
        ) : (
          <th scope="col" className={table.last}>
            {t('matrix.total')}
            {show !== 'percent' && `, ${unit}`}
          </th>
        )}
      </tr>
    </thead>
  );
}

function DirectionName({ direction, isShort }: { direction: MatrixRow['direction']; isShort: boolean }) {
  const { t } = useTranslation('control');
  if (direction === null) {
    return (
      <>
        <IconAlertTriangle size={14} className={table.warn} aria-hidden />
        <span className="visually-hidden">{t('matrix.withoutDirection')}</span>
      </>
    );
  }
  const { number, title } = direction;
  if (!isShort) return <span className={classes.directionTitle}>{`${number}. ${title}`}</span>;
  return (
    <>
      {number}
      <span className="visually-hidden">. {title}</span>
    </>
  );
}
