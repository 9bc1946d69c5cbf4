import { IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportLink } from '#client/app/links.ts';
import { Section } from '#client/control/Section.tsx';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { sectionId } from '#client/report/sectionId.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TextFinding } from '#shared/checks/text/TextFinding.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import classes from './ExportPage.module.css';
import { Mark } from './FootingSection.tsx';

/** What in the text refuses a final file, each with the way to its place; null while the text arrives. */
export function BlockingSection({ findings }: { findings: readonly TextFinding[] | null }) {
  const { t } = useTranslation('exports');
  const language = useLanguage();
  const { structure } = useReport();
  return (
    <Section title={t('blocking.title')}>
      {findings === null && <p className={classes.verdict}>{t('blocking.waiting')}</p>}
      {findings?.length === 0 && (
        <p className={classes.verdict}>
          <Mark isEqual />
          {t('blocking.none')}
        </p>
      )}
      {findings !== null && findings.length > 0 && (
        <>
          <ul className={classes.findings}>
            {findings.map((finding) => {
              const direction = structure.directions.find(({ id }) => id === finding.place.directionId);
              const to = `${reportLink(structure.report.id, 'report')}#${sectionId(finding.place.directionId)}`;
              return (
                <li key={JSON.stringify([finding.code, finding.place])}>
                  <Link to={to} className={classes.finding}>
                    <IconCircleX size={16} aria-hidden className={classes.wrong} />
                    <span>
                      {direction !== undefined && (
                        <strong>{t('blocking.direction', { number: String(direction.number) })}: </strong>
                      )}
                      {formatTextFinding(finding, language)}
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
          <p className={classes.hint}>{t('blocking.hint')}</p>
        </>
      )}
    </Section>
  );
}
