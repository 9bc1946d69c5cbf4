import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { FindingGroup } from './buildFindingGroups.ts';
import { FindingsLink } from './FindingsLink.tsx';
import { listOrganisations } from './listOrganisations.ts';
import { MoneyLinesTable } from './MoneyLinesTable.tsx';
import { Section } from './Section.tsx';
import table from './table.module.css';

type Props = { totals: Totals; findingGroups: readonly FindingGroup[] };

/** Each organisation's money, and how much of its sheet needs attention. */
export function OrganisationsSection({ totals, findingGroups }: Props) {
  const { t } = useTranslation('control');
  const { structure } = useReport();
  const groups = new Map(findingGroups.map((group) => [group.organisation?.id, group]));
  const lines = listOrganisations(structure, totals).map(({ id, name }) => {
    const group = groups.get(id);
    return {
      key: id,
      heading: name,
      sums: totals.byOrganisation.get(id) ?? noMoney,
      selection: { measure: 'money' as const, organisationId: id },
      extra: group === undefined ? <span className={table.muted}>—</span> : <FindingsLink group={group} />,
    };
  });
  return (
    <Section title={t('organisations.title')}>
      <MoneyLinesTable
        label={t('organisations.title')}
        heading={t('lines.organisation')}
        lines={lines}
        total={{ sums: totals.grand, selection: { measure: 'money' } }}
        extraHeading={t('lines.findings')}
      />
    </Section>
  );
}
