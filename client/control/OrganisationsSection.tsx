import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { FindingGroup } from './buildFindingGroups.ts';
import { listOrganisations } from './listOrganisations.ts';
import { MoneyLinesTable } from './MoneyLinesTable.tsx';
import { Section } from './Section.tsx';

type Props = { totals: Totals; findingGroups: readonly FindingGroup[] };

/** Each organisation's money, and how much of its sheet needs attention. */
export function OrganisationsSection({ totals, findingGroups }: Props) {
  const { t } = useTranslation('control');
  const { structure } = useReport();
  const counts = new Map(
    findingGroups.map(({ organisation, findings }) => [organisation?.id, findings.length]),
  );
  const lines = listOrganisations(structure, totals).map(({ id, name }) => ({
    key: id,
    heading: name,
    sums: totals.byOrganisation.get(id) ?? noMoney,
    selection: { measure: 'money' as const, organisationId: id },
    extra: counts.get(id) ?? '—',
  }));
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
