import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readinessQuery } from '#client/api/finalising.ts';
import { changesLink, exportLink, reportLink } from '#client/app/links.ts';
import { Section } from '#client/control/Section.tsx';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { sectionId } from '#client/report/sectionId.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { FinalisingAnswer } from '#shared/api/finalising.ts';
import { FinaliseDialog } from './FinaliseDialog.tsx';
import classes from './finalising.module.css';
import { ReopenDialog } from './ReopenDialog.tsx';

/** How the report stands, all that is in the way of finalising it, and the one thing to do next. */
export function StateSection({ answer, mayDecide }: { answer: FinalisingAnswer; mayDecide: boolean }) {
  const { t } = useTranslation('finalising');
  const { structure } = useReport();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const reportId = structure.report.id;
  const isFinalised = answer.status === 'finalised';
  const readiness = useQuery({ ...readinessQuery(reportId), enabled: !isFinalised });
  const items: { key: string; to: string; text: string }[] = answer.sheets.map(
    ({ organisationId, status }) => ({
      key: organisationId,
      to: status === 'accepted' ? changesLink(reportId, organisationId) : reportLink(reportId, 'control'),
      text: t(`state.sheet_${status}`, {
        organisation: structure.organisations.find(({ id }) => id === organisationId)?.shortName ?? '',
      }),
    }),
  );
  for (const finding of readiness.data?.texts ?? []) {
    const direction = structure.directions.find(({ id }) => id === finding.directionId);
    items.push({
      key: `${finding.directionId} ${finding.uk}`,
      to: `${reportLink(reportId, 'report')}#${sectionId(finding.directionId)}`,
      text: t('state.text', { number: direction?.number ?? '—', text: finding[language] }),
    });
  }
  for (const { subject, differences } of readiness.data?.footing ?? []) {
    const place = differences[0]?.place.cell ?? subject;
    items.push({ key: subject, to: exportLink(reportId), text: t('state.footing', { place }) });
  }
  const isEmpty = answer.sheetCount === 0;
  const isReady = !isFinalised && !isEmpty && items.length === 0 && readiness.data !== undefined;
  return (
    <Section title={t('state.title')}>
      <p className={classes.text}>
        <strong>{t(isFinalised ? 'state.finalised' : 'state.open')}</strong> {isReady && t('state.ready')}
        {!isFinalised && isEmpty && t('state.empty')}
        {!isFinalised && readiness.isPending && t('state.waiting')}
      </p>
      {!isFinalised && <Problem error={readiness.error} />}
      {!isFinalised && items.length > 0 && (
        <>
          <p className={classes.text}>{t('state.inTheWay')}:</p>
          <ul className={classes.list}>
            {items.map(({ key, to, text }) => (
              <li key={key}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayDecide ? (
        <Button
          variant={isFinalised ? 'default' : 'filled'}
          disabled={!isFinalised && !isReady}
          onClick={() => setOpen(true)}
        >
          {t(isFinalised ? 'state.reopen' : 'state.finalise')}
        </Button>
      ) : (
        <p className={classes.hint}>{t('state.onlyCoordinator')}</p>
      )}
      {isOpen && isFinalised && (
        <ReopenDialog version={answer.versions[0]?.version ?? 0} onClose={() => setOpen(false)} />
      )}
      {isOpen && !isFinalised && (
        <FinaliseDialog personalData={readiness.data?.personalData ?? 0} onClose={() => setOpen(false)} />
      )}
    </Section>
  );
}
