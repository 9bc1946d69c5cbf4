import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { SheetState } from '#shared/api/submission.ts';
import { formatCount } from '#shared/language/nouns.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { ChangesSince } from './ChangesSince.tsx';
import { Explained } from './Explained.tsx';
import classes from './submission.module.css';
import type { LookedSheet } from './useAcceptance.ts';

type Props = {
  sheets: readonly LookedSheet[];
  /** Stands before the name of each sheet. */
  renderChoice(organisation: Organisation): ReactNode;
};

/** Sheets that are about to be accepted, with what each holds and what changed in it. */
export function AcceptTable({ sheets, renderChoice }: Props) {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  const organisations = new Map(
    structure.organisations.map((organisation) => [organisation.id, organisation]),
  );
  return (
    <TableScroll label={t('accept.list')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {t('accept.organisation')}
            </th>
            <th scope="col">{t('accept.rows')}</th>
            <th scope="col">{t('accept.planned')}</th>
            <th scope="col">{t('accept.actual')}</th>
            <th scope="col" className={table.text}>
              {t('accept.findings')}
            </th>
            <th scope="col" className={table.text}>
              {t('accept.changes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ state, contents }) => {
            const organisation = organisations.get(state.organisationId);
            if (organisation === undefined) return null;
            return (
              <tr key={state.organisationId}>
                <th scope="row">
                  <span className={classes.choice}>
                    {renderChoice(organisation)}
                    <span title={organisation.name}>{organisation.shortName}</span>
                  </span>
                </th>
                <td>{formatCount(contents.activityCount + contents.expenditureCount)}</td>
                <td>{formatMoney(contents.plannedMinor, { unit: 'none' })}</td>
                <td>{formatMoney(contents.actualMinor, { unit: 'none' })}</td>
                <td className={table.text}>
                  <Findings state={state} />
                </td>
                <td className={table.text}>
                  <Changes state={state} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Findings({ state: { findings, organisationId } }: { state: SheetState }) {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  if (findings.open + findings.explained === 0) {
    return <span className={table.muted}>{t('section.noFindings')}</span>;
  }
  return (
    <>
      {findings.open > 0 && (
        <span className={table.warn}>{t('section.openFindings', { count: findings.open })}</span>
      )}
      {findings.explained > 0 && (
        <Explained sheet={{ reportId: structure.report.id, organisationId }} count={findings.explained} />
      )}
    </>
  );
}

/** Against what was accepted before, or else against what was submitted. */
function Changes({ state }: { state: SheetState }) {
  const { t } = useTranslation('submission');
  const base = state.acceptance ?? state.submission;
  if (base === null || base.contentHash === state.contentHash) {
    return <span className={table.muted}>{t('accept.noChanges')}</span>;
  }
  return (
    <>
      <span className={table.muted}>
        {state.acceptance === null ? t('accept.sinceSubmission') : t('accept.sinceAcceptance')}
      </span>
      <ChangesSince organisationId={state.organisationId} since={base.at} contentHash={state.contentHash} />
    </>
  );
}
