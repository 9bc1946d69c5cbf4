import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { JournalCheckAnswer, JournalProblem } from '#shared/api/history.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import classes from './history.module.css';
import { useJournalCheck } from './useJournalCheck.ts';

/** Whether anybody has changed the journal behind the product's back, and where. */
export function JournalCheck() {
  const { t } = useTranslation('cellHistory');
  const errorText = useErrorText();
  const { structure } = useReport();
  const { state, start, stop } = useJournalCheck(structure.report.id);
  return (
    <section className={classes.check} aria-label={t('check.title')}>
      <p className={classes.hint}>{t('check.hint')}</p>
      {state.type === 'running' ? (
        <div className={classes.running}>
          <Progress
            value={(100 * state.done) / state.total}
            aria-label={t('check.progress', { done: state.done, total: state.total })}
          />
          <Button size="xs" variant="default" onClick={stop}>
            {t('check.stop')}
          </Button>
        </div>
      ) : (
        <Button size="xs" variant="default" onClick={start}>
          {t('check.start')}
        </Button>
      )}
      <div role="status" className={classes.outcome}>
        {state.type === 'failed' && errorText(state.error)}
        {state.type === 'done' && <Outcome answer={state.answer} />}
      </div>
    </section>
  );
}

function Outcome({
  answer: { entries, documents, steps, unboundSteps, problems },
}: {
  answer: JournalCheckAnswer;
}) {
  const { t } = useTranslation('cellHistory');
  if (problems.length === 0) {
    return (
      <p className={classes.good}>
        <IconShieldCheck size={16} aria-hidden /> {t('check.whole', { entries, documents, steps })}
        {unboundSteps > 0 && ` ${t('check.unbound', { count: unboundSteps })}`}
      </p>
    );
  }
  return (
    <>
      <p className={classes.wrong}>
        <IconAlertTriangle size={16} aria-hidden /> {t('check.damaged', { count: problems.length })}
      </p>
      <ul className={classes.list}>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)} className={classes.item}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    </>
  );
}

function findPlace(document: JournalProblem['document'], structure: ReportStructure): string | undefined {
  switch (document.type) {
    case 'sheet':
      return structure.organisations.find(({ id }) => id === document.organisationId)?.shortName;
    case 'narrative':
      return structure.directions.find(({ id }) => id === document.directionId)?.title;
    case 'report':
      return structure.report.title;
    case 'other':
      return document.name;
  }
}

function ProblemText({ problem: { document, sequence, problem, entry } }: { problem: JournalProblem }) {
  const { t } = useTranslation('cellHistory');
  const formatTime = useFormatTime();
  const { structure } = useReport();
  const place = findPlace(document, structure);
  const who = entry?.author.kind === 'person' ? (entry.author.name ?? t('nameless')) : t('server');
  return (
    <>
      <strong>{t(`check.place.${document.type}`, { place: place ?? '', sequence })}</strong>
      <span>
        {t(`check.problem.${problem}`)}
        {entry !== null &&
          ` ${t('check.entry', { who, time: formatTime(new Date(entry.time).toISOString()) })}`}
      </span>
    </>
  );
}
