import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { historyLink, rowsLink } from '#client/app/links.ts';
import { TableScroll } from '#client/control/TableScroll.tsx';
import table from '#client/control/table.module.css';
import { AuthorTime } from '#client/submission/AuthorTime.tsx';
import { StateMark } from '#client/submission/StateMark.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type NewsAnswer, newsCountLimit } from '#shared/api/news.ts';
import { formatCount } from '#shared/language/nouns.ts';
import type { OrganisationId } from '#shared/model/ids.ts';

/** Sheet by sheet: how much changed, and which steps were taken with it, the latest first. */
export function NewsSummary({ news: { sheets, steps } }: { news: NewsAnswer }) {
  const { t } = useTranslation(['news', 'submission']);
  const { structure } = useReport();
  const reportId = structure.report.id;
  const counts = new Map(sheets.map((sheet) => [sheet.organisationId, sheet]));
  const stepsOf = Map.groupBy(steps, ({ organisationId }) => organisationId);
  const known = structure.organisations.map(({ id }) => id);
  const concerned = new Set<OrganisationId>([...counts.keys(), ...stepsOf.keys()]);
  const listed = [
    ...known.filter((id) => concerned.has(id)),
    ...[...concerned].filter((id) => !known.includes(id)),
  ];
  const names = new Map(structure.organisations.map(({ id, shortName }) => [id, shortName]));
  const print = (count: number) =>
    count >= newsCountLimit ? t('atLeast', { number: formatCount(newsCountLimit) }) : formatCount(count);
  return (
    <TableScroll label={t('sheets')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {t('sheet')}
            </th>
            <th scope="col">{t('changedRows')}</th>
            <th scope="col">{t('changes')}</th>
            <th scope="col" className={table.text}>
              {t('steps')}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((id) => {
            const count = counts.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={rowsLink(reportId, 'activity', { organisationId: id })}>
                    {names.get(id) ?? id}
                  </Link>
                </th>
                <td>{count === undefined ? '—' : print(count.rows)}</td>
                <td>
                  {count === undefined ? (
                    '—'
                  ) : (
                    <Link
                      to={historyLink(reportId, { organisation: id })}
                      aria-label={t('historyOf', {
                        number: print(count.changes),
                        organisation: names.get(id) ?? id,
                      })}
                    >
                      {print(count.changes)}
                    </Link>
                  )}
                </td>
                <td className={table.text}>
                  {stepsOf.get(id)?.map((step) => (
                    <div key={step.number}>
                      <StateMark status={step.to} /> <AuthorTime mark={step} />
                      {step.note !== '' && <span className={table.muted}> «{step.note}»</span>}
                    </div>
                  )) ?? '—'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
