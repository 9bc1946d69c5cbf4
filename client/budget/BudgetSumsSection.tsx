import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import table from '#client/control/table.module.css';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatMoney } from '#shared/money/formatMoney.ts';
import classes from './budget.module.css';
import type { BudgetSums } from './computeBudgetSums.ts';

/** What the plan comes to by direction and by organisation, as it stands on the page. */
export function BudgetSumsSection({ sums }: { sums: BudgetSums }) {
  const { t } = useTranslation('budget');
  const { directions, organisations } = useReport().structure;
  const byDirection = directions.map(({ id, number, title }) => ({
    id,
    name: `${number}. ${title}`,
    minor: sums.byDirection.get(id) ?? 0n,
  }));
  const byOrganisation = organisations.map(({ id, shortName }) => ({
    id,
    name: shortName,
    minor: sums.byOrganisation.get(id) ?? 0n,
  }));
  return (
    <div className={classes.sums}>
      {[
        { key: 'directions', title: t('sums.directions'), lines: byDirection },
        { key: 'organisations', title: t('sums.organisations'), lines: byOrganisation },
      ].map(({ key, title, lines }) => (
        <Section key={key} title={title}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col" className={table.text}>
                  {t('sums.name')}
                </th>
                <th scope="col">{t('columns.amount')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, name, minor }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{minor === 0n ? '—' : formatMoney(minor, { unit: 'none' })}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('sums.total')}</th>
                <td>{formatMoney(sums.grandMinor, { unit: 'none' })}</td>
              </tr>
            </tfoot>
          </table>
        </Section>
      ))}
    </div>
  );
}
