import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { listSummedFields } from '../fields.ts';
import { printSum } from '../printSum.ts';
import type { ListState } from './RowList.ts';
import classes from './small.module.css';

/** Sums over what is shown. */
export function SmallTotals({ table, state }: { table: TableKind; state: ListState }) {
  const { t } = useTranslation(['grid', 'small']);
  const { structure } = useReport();
  const fieldTitle = useFieldTitle();
  const { rowCount, plannedMinor, actualMinor, added } = state.sums;
  const summed = listSummedFields(table, structure).filter((field) => added.has(field));
  return (
    <div className={classes.totals} role="status">
      <span>
        {rowCount === state.allCount
          ? t('status.rows', { count: rowCount })
          : t('status.shown', { shown: rowCount, all: state.allCount })}
      </span>
      {(table === 'expenditure' || summed.length > 0) && (
        <dl tabIndex={summed.length > 4 ? 0 : undefined}>
          {table === 'expenditure' && (
            <>
              <dt>{t('small:totals.planned')}</dt>
              <dd>{formatMoney(plannedMinor)}</dd>
              <dt>{t('small:totals.actual')}</dt>
              <dd>{formatMoney(actualMinor)}</dd>
            </>
          )}
          {summed.map((field) => (
            <Fragment key={field}>
              <dt>{fieldTitle(field)}</dt>
              <dd>{printSum(field, added.get(field) ?? 0n)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
