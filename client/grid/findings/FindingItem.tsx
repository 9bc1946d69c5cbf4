import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useFieldTitle } from '#client/ui/useFieldTitle.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import classes from './findings.module.css';

type Props = {
  finding: Finding;
  isOrganisationShown: boolean;
  isCurrent: boolean;
  onGo(finding: Finding): void;
};

/** One finding: what is wrong, where it is, and the way there. */
export const FindingItem = memo(function FindingItem({
  finding,
  isOrganisationShown,
  isCurrent,
  onGo,
}: Props) {
  const { t } = useTranslation(['findings', 'grid']);
  const language = useLanguage();
  const { rows, structure } = useReport();
  const fieldTitle = useFieldTitle();
  const row = findRowOf(finding, rows);
  const isError = finding.severity === 'error';
  const organisation = structure.organisations.find(({ id }) => id === finding.organisationId)?.shortName;
  const rowText = row?.kind === 'activity' ? row.values.content : row?.values.measure;
  const place = [
    ...(isOrganisationShown && organisation !== undefined ? [organisation] : []),
    ...(row === undefined ? [] : [t(`grid:title.${row.kind}`)]),
    ...(finding.field === null ? [] : [fieldTitle(finding.field)]),
    // Last: it is what may be cut.
    ...(row === undefined ? [] : [rowText?.trim() || t('list.untitled')]),
  ];
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        aria-current={isCurrent || undefined}
        onClick={() => onGo(finding)}
      >
        <span className={isError ? classes.wrong : classes.warn}>
          {isError ? <IconCircleX size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
          <span className="visually-hidden">{t(`severity.${finding.severity}`)}: </span>
        </span>
        <span className={classes.text}>{formatFinding(finding, language)}</span>
        {place.length > 0 && <span className={classes.place}>{place.join(' · ')}</span>}
      </button>
    </li>
  );
});
