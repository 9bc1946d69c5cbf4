import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { sectionId } from '#client/report/sectionId.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TextFinding } from '#shared/checks/text/TextFinding.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import classes from './TextFindingList.module.css';

type Props = {
  /** Null while the text is still arriving. */
  findings: readonly TextFinding[] | null;
  /** Puts the caret at the finding; false when it is not to be found there any more. */
  onShow(finding: TextFinding): boolean;
  /** Puts the suggested figure in place of the typed number; null for who may not write there. */
  onReplace(finding: TextFinding): (() => void) | null;
};

/** What the checks say about the text: click to go there, or let a typed number become a live one. */
export function TextFindingList({ findings, onShow, onReplace }: Props) {
  const { t } = useTranslation('text');
  const language = useLanguage();
  const { structure } = useReport();
  if (findings === null) return null;
  return (
    <section aria-label={t('findings.title')} className={classes.section}>
      <h2 className={classes.heading}>{t('findings.title')}</h2>
      {findings.length === 0 && (
        <p className={classes.none}>
          <IconCircleCheck size={16} aria-hidden className={classes.good} />
          {t('findings.none')}
        </p>
      )}
      <ul className={classes.list}>
        {findings.map((finding) => {
          const { place, severity } = finding;
          const direction = structure.directions.find(({ id }) => id === place.directionId);
          const replace = onReplace(finding);
          return (
            <li key={JSON.stringify([finding.code, place])} className={classes.item}>
              <a
                href={`#${sectionId(place.directionId)}`}
                className={classes.link}
                onClick={(event) => {
                  if (onShow(finding)) event.preventDefault();
                }}
              >
                {severity === 'blocks' ? (
                  <IconCircleX size={16} aria-label={t('findings.blocks')} className={classes.blocks} />
                ) : (
                  <IconAlertTriangle size={16} aria-label={t('findings.warns')} className={classes.warns} />
                )}
                <span>
                  {direction !== undefined && (
                    <span className={classes.place}>
                      {t('findings.place', { number: String(direction.number) })}
                    </span>
                  )}
                  {formatTextFinding(finding, language)}
                </span>
              </a>
              {replace !== null && (
                <Button size="compact-xs" variant="default" onClick={replace}>
                  {t('findings.replace')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
