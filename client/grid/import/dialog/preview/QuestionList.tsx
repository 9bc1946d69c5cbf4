import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findFieldSpec, organisationColumn } from '../../../fields.ts';
import type { Question } from '../../../paste/Plan.ts';
import classes from '../import.module.css';
import type { PreviewProps } from './PreviewProps.ts';
import { isKept, listOptions, printAnswer } from './questionOptions.ts';
import { readPlaces } from './readPlaces.ts';

type Props = PreviewProps;

/** Texts that do not go in just so: those one decides about, and those that cannot go in, by their cells. */
export function QuestionList({ flow, tools, plan }: Props) {
  const { t } = useTranslation('imports');
  const places = useMemo(() => readPlaces(plan, flow.state), [plan, flow.state]);
  const open = plan.plan.questions.filter(({ isOpen }) => isOpen);
  const closed = plan.plan.questions.filter(({ isOpen }) => !isOpen);
  const { structure } = useReport();
  const { answers } = flow.state;
  const likely = open.filter((question) => question.likely !== null && !answers.has(question.id));

  const answer = (question: Question, value: string) => {
    const next = new Map(answers);
    const chosen = listOptions(question, structure, tools).find(({ key }) => key === value)?.answer ?? 'keep';
    next.set(question.id, chosen);
    flow.decide({ answers: next });
  };
  const takeLikely = () => {
    const next = new Map(answers);
    for (const { id, readings, likely: index } of likely) {
      const reading = index === null ? undefined : readings[index];
      if (reading !== undefined) next.set(id, { use: reading.value });
    }
    flow.decide({ answers: next });
  };

  return (
    <>
      {open.length > 0 && (
        <section className={classes.section} aria-label={t('questions.title')}>
          <div className={classes.sectionHead}>
            <h3>{t('questions.title')}</h3>
            {likely.length > 0 && (
              <Button size="compact-sm" variant="light" onClick={takeLikely}>
                {t('questions.takeLikely', { count: likely.length })}
              </Button>
            )}
          </div>
          <p className={classes.hint}>{t('questions.hint')}</p>
          <ul className={classes.questions}>
            {open.map((question) => (
              <QuestionLine
                key={question.id}
                tools={tools}
                question={question}
                places={places.get(question.id) ?? []}
              >
                <NativeSelect
                  size="xs"
                  w={260}
                  aria-label={t('questions.answerOf', { text: question.text })}
                  value={printAnswer(question, answers.get(question.id))}
                  data={listOptions(question, structure, tools).map(({ key, label }) => ({
                    value: key,
                    label: isKept(key) ? t(`questions.${key}`) : label,
                  }))}
                  onChange={(event) => answer(question, event.currentTarget.value)}
                />
              </QuestionLine>
            ))}
          </ul>
        </section>
      )}
      {closed.length > 0 && (
        <section className={classes.section} aria-label={t('questions.refusedTitle')}>
          <div className={classes.sectionHead}>
            <h3>{t('questions.refusedTitle')}</h3>
          </div>
          <ul className={classes.questions}>
            {closed.map((question) => (
              <QuestionLine
                key={question.id}
                tools={tools}
                question={question}
                places={places.get(question.id) ?? []}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type LineProps = {
  tools: Props['tools'];
  question: Question;
  places: readonly string[];
  children?: React.ReactNode;
};

function QuestionLine({ tools, question, places, children }: LineProps) {
  const { t } = useTranslation('imports');
  const errorText = useErrorText();
  const { column, count, error } = question;
  const spec = findFieldSpec(tools.table, column);
  const title =
    spec === undefined ? tools.words.columnTitle(organisationColumn) : tools.words.columnTitle(spec.field);
  const rest = count - places.length;
  const named = places.join(', ');
  return (
    <li>
      <div>
        <p className={classes.questionWords}>{errorText(error)}</p>
        <p className={classes.places}>
          {title} · {rest > 0 ? t('questions.morePlaces', { places: named, count: rest }) : named}
        </p>
      </div>
      {children}
    </li>
  );
}
