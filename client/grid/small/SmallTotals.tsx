import { useTranslation } from 'react-i18next';
import type { TableKind } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { ListState } from './RowList.ts';
import classes from './small.module.css';

/** Sums over what is shown. */
export function SmallTotals({ table, state }: { table: TableKind; state: ListState }) {
  const { t } = useTranslation(['grid', 'small']);
  const { rowCount, plannedMinor, actualMinor } = state.sums;
  return (
    <div className={classes.totals} role="status">
      <span>
        {rowCount === state.allCount
          ? t('status.rows', { count: rowCount })
          : t('status.shown', { shown: rowCount, all: state.allCount })}
      </span>
      {table === 'expenditure' && (
        <dl>
          <dt>{t('small:totals.planned')}</dt>
          <dd>{formatMoney(plannedMinor)}</dd>
          <dt>{t('small:totals.actual')}</dt>
          <dd>{formatMoney(actualMinor)}</dd>
        </dl>
      )}
    </div>
  );
}
