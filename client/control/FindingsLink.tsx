import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findingsLink } from '#client/app/links.ts';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import type { FindingGroup } from './buildFindingGroups.ts';
import classes from './FindingsLink.module.css';
import table from './table.module.css';

/** How many findings an organisation has, and the way to its rows with their list beside them. */
export function FindingsLink({
  group: { organisation, findings, errorCount, warningCount },
}: {
  group: FindingGroup;
}) {
  const { t } = useTranslation('control');
  const { structure, rows } = useReport();
  if (organisation === null) return null;
  const first = findings.find((finding) => findRowOf(finding, rows) !== undefined);
  const row = first && findRowOf(first, rows);
  const counts = [
    ...(errorCount > 0 ? [t('attention.errors', { count: errorCount })] : []),
    ...(warningCount > 0 ? [t('attention.warnings', { count: warningCount })] : []),
  ];
  return (
    <Link
      className={classes.link}
      to={findingsLink(structure.report.id, row?.kind ?? 'activity', organisation.id)}
      title={counts.join(', ')}
    >
      {/* Spelled out around the numbers that are seen, so that the link is called by what it shows. */}
      <span className="visually-hidden">{`${t('attention.openList', { organisation: organisation.name })}: `}</span>
      {errorCount > 0 && (
        <span className={table.wrong}>
          <IconCircleX size={14} aria-hidden className={classes.icon} />{' '}
          <CountText count={errorCount} text={t('attention.errors', { count: errorCount })} />
        </span>
      )}
      {errorCount > 0 && warningCount > 0 && <span className="visually-hidden">, </span>}
      {warningCount > 0 && (
        <span className={table.warn}>
          <IconAlertTriangle size={14} aria-hidden className={classes.icon} />{' '}
          <CountText count={warningCount} text={t('attention.warnings', { count: warningCount })} />
        </span>
      )}
    </Link>
  );
}

/** The number is seen, the words after it are read out. */
function CountText({ count, text }: { count: number; text: string }) {
  const number = formatCount(count);
  if (!text.startsWith(number)) return <span>{text}</span>;
  return (
    <span>
      {number}
      <span className="visually-hidden">{text.slice(number.length)}</span>
    </span>
  );
}
