import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { Finding } from '#shared/checks/Finding.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import { orderFindings } from '#shared/checks/orderFindings.ts';
import { buildFindingKey } from '#shared/submission/sheetFindings.ts';
import classes from './AttentionSection.module.css';
import type { FindingGroup } from './buildFindingGroups.ts';
import { Section } from './Section.tsx';
import table from './table.module.css';

/** More than anybody works off from here; the rest stands in the grid, at its rows. */
const shownFindings = 50;

type Props = {
  groups: readonly FindingGroup[];
  /** False while there are rows that have not come or have not been looked at. */
  isWhole: boolean;
};

/** What needs somebody's attention, by who can mend it. */
export const AttentionSection = memo(function AttentionSection({ groups, isWhole }: Props) {
  const { t } = useTranslation('control');
  return (
    <Section title={t('attention.title')}>
      {groups.length === 0 && !isWhole && <p className={classes.none}>{t('attention.waiting')}</p>}
      {groups.length === 0 && isWhole && (
        <p className={classes.none}>
          <IconCircleCheck size={18} aria-hidden className={classes.good} />
          {t('attention.none')}
        </p>
      )}
      {groups.map((group) => (
        <FindingGroupDetails key={group.organisation?.id ?? 'report'} group={group} />
      ))}
    </Section>
  );
});

function FindingGroupDetails({ group }: { group: FindingGroup }) {
  const { t } = useTranslation('control');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.group} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <span className={classes.name}>{group.organisation?.name ?? t('attention.whole')}</span>
        {group.errorCount > 0 && (
          <span className={table.wrong}>
            <IconCircleX size={14} aria-hidden className={classes.icon} />{' '}
            {t('attention.errors', { count: group.errorCount })}
          </span>
        )}
        {group.warningCount > 0 && (
          <span className={table.warn}>
            <IconAlertTriangle size={14} aria-hidden className={classes.icon} />{' '}
            {t('attention.warnings', { count: group.warningCount })}
          </span>
        )}
      </summary>
      {isOpen && <FindingLines findings={group.findings} />}
      {group.findings.length > shownFindings && (
        <p className={table.muted}>{t('attention.more', { count: group.findings.length - shownFindings })}</p>
      )}
    </details>
  );
}

function FindingLines({ findings }: { findings: readonly Finding[] }) {
  const { rows } = useReport();
  const ordered = orderFindings(findings, (finding) => findRowOf(finding, rows));
  return (
    <ul className={classes.list}>
      {ordered.slice(0, shownFindings).map((finding) => (
        <FindingLine key={`${finding.organisationId}/${buildFindingKey(finding)}`} finding={finding} />
      ))}
    </ul>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation('control');
  const language = useLanguage();
  const { structure, rows } = useReport();
  const row = findRowOf(finding, rows);
  const rowText = row?.kind === 'activity' ? row.values.content : row?.values.measure;
  const isError = finding.severity === 'error';
  return (
    <li className={classes.finding}>
      <span className={isError ? table.wrong : table.warn}>
        {isError ? <IconCircleX size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
        <span className="visually-hidden">{t(`attention.${finding.severity}`)}: </span>
      </span>
      <span>
        {row && (
          <Link className={classes.row} to={rowLink(structure.report.id, row.kind, row.id, finding.field)}>
            {rowText?.trim() || t('rows.untitled')}
          </Link>
        )}
        {formatFinding(finding, language)}
      </span>
    </li>
  );
}
