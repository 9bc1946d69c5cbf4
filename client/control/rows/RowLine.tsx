import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useMoneyUnit } from '#client/ui/useMoneyUnit.ts';
import { isCorrectionRow } from '#shared/corrections/correctionRows.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import type { ActivityRow, ExpenditureRow, Row } from '#shared/model/rows.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import { LastChangeNote, type ShownChange } from './LastChangeNote.tsx';
import classes from './RowsPanel.module.css';

type Props = { row: Row /** Undefined while it is not known. */; change: ShownChange | undefined };

/** One row behind a number: its words, what it adds, who changed it last, and a way to it. */
export const RowLine = memo(function RowLine({ row, change }: Props) {
  const { t } = useTranslation('control');
  const { structure } = useReport();
  const text =
    (row.kind === 'activity' ? row.values.content : row.values.measure)?.trim() || t('rows.untitled');
  return (
    <li className={classes.row}>
      {isCorrectionRow(row) ? (
        <span className={classes.rowText}>
          <strong>{t('rows.correction')}</strong> {text}
        </span>
      ) : (
        <Link
          className={classes.rowText}
          to={rowLink(structure.report.id, row.kind, row.id)}
          aria-label={t('rows.openRow', { text })}
        >
          {text}
        </Link>
      )}
      {row.kind === 'activity' ? <ActivityFigures row={row} /> : <ExpenditureFigures row={row} />}
      {isCorrectionRow(row) && row.values.note !== null && (
        <span className={classes.rowDetail}>{row.values.note}</span>
      )}
      {change !== undefined && (
        <span className={classes.rowDetail}>
          <LastChangeNote change={change} />
        </span>
      )}
    </li>
  );
});

function ActivityFigures({ row }: { row: ActivityRow }) {
  const { t } = useTranslation('control');
  const language = useLanguage();
  const { quantity, period } = row.values;
  return (
    <>
      <span className={classes.amount}>
        {quantity === null ? t('rows.noQuantity') : formatCount(quantity)}
      </span>
      {period !== null && <span className={classes.rowDetail}>{formatPeriod(period, language)}</span>}
    </>
  );
}

function ExpenditureFigures({ row }: { row: ExpenditureRow }) {
  const { t } = useTranslation('control');
  const unit = useMoneyUnit();
  const { actualMinor, plannedMinor, kpkvk, kekv } = row.values;
  const details = [
    plannedMinor === null ? null : t('rows.planned', { amount: formatInUnit(plannedMinor, unit) }),
    kpkvk,
    kekv,
  ].filter((detail) => detail !== null);
  return (
    <>
      <span className={classes.amount}>
        {actualMinor === null ? t('rows.noAmount') : formatInUnit(actualMinor, unit)}
      </span>
      {details.length > 0 && <span className={classes.rowDetail}>{details.join(' · ')}</span>}
    </>
  );
}
