import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readShownSide } from '#client/compare/filterRows.ts';
import { RowDifferenceItem } from '#client/compare/RowDifferenceItem.tsx';
import { useComparison } from '#client/compare/useComparison.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import { Problem } from './Problem.tsx';
import classes from './submission.module.css';

type Props = {
  organisationId: OrganisationId /** ISO 8601. */;
  since: string /** Of the content it is compared with. */;
  contentHash: string;
};

/** How many rows of a sheet differ from what they were at a moment; opened, each of them old and new. */
export function ChangesSince({ organisationId, since, contentHash }: Props) {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  const reportId = structure.report.id;
  const [isOpen, setOpen] = useState(false);
  const before = useMemo(() => ({ reportId, time: Date.parse(since) }), [reportId, since]);
  const { data, error } = useComparison(reportId, before, { reportId, time: null });
  const rows = data?.comparison.rows.filter((row) => readShownSide(row).organisation.id === organisationId);
  if (data === undefined || rows === undefined) {
    return error === null ? (
      <span className={classes.muted}>{t('changes.loading')}</span>
    ) : (
      <Problem error={error} />
    );
  }
  return (
    <details key={contentHash} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.changed}>{t('changes.rows', { count: rows.length })}</summary>
      {isOpen && (
        <ul className={classes.differences}>
          {rows.map((row) => (
            <li key={`${row.table}/${readShownSide(row).rowId}`}>
              <RowDifferenceItem row={row} after={data.after} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
