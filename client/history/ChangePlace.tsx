import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { historyLink, pastLink, rowLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { GoneRow, HistoryChange } from '#shared/api/history.ts';
import { titleOf } from './ChangeItem.tsx';
import classes from './history.module.css';
import { useStoredText } from './useStoredText.ts';

/** Which cell of which row it is, with the ways there. */
export function ChangePlace({ change, gone }: { change: HistoryChange; gone: GoneRow | null }) {
  const { t } = useTranslation(['cellHistory', 'grid']);
  const { structure, rows } = useReport();
  const storedText = useStoredText();
  const fieldTitle = useFieldTitle();
  const { organisationId, rowId, table, field } = change;
  const row = rows.get(rowKey({ organisationId, id: rowId }));
  const shown = row?.kind === 'activity' ? row.values.content : row?.values.measure;
  const title = shown?.trim() || (gone === null ? '' : titleOf(gone, storedText)) || t('untitled');
  const organisation = structure.organisations.find(({ id }) => id === organisationId)?.shortName;
  const parts = [
    organisation ?? organisationId,
    t(`grid:title.${table}`),
    ...(field === null ? [] : [fieldTitle(field)]),
    title,
    ...(gone === null ? [] : [t('rowGone')]),
  ];
  const reportId = structure.report.id;
  return (
    <p className={classes.place}>
      <span className={classes.placeText}>{parts.join(' · ')}</span>
      <span className={classes.links}>
        {row !== undefined && (
          <Link to={rowLink(reportId, table, rowId, field)} aria-label={t('page.openThis', { title })}>
            {t('page.openCell')}
          </Link>
        )}
        <Link
          to={historyLink(reportId, { organisation: organisationId, row: rowId })}
          aria-label={t('page.rowHistoryOf', { title })}
        >
          {t('page.rowHistory')}
        </Link>
        <Link
          to={pastLink(reportId, { time: change.time, table, organisation: organisationId })}
          aria-label={t('page.asItWasOf', { title })}
        >
          {t('page.asItWas')}
        </Link>
      </span>
    </p>
  );
}
