import { Box, Button } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '#shared/language/nouns.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { ChoiceLabel } from '../../CellTexts.ts';
import { buildChoices } from '../../choices.ts';
import { organisationColumn } from '../../fields.ts';
import type { GridWords } from '../../GridWords.ts';
import type { Answer, Decisions, Question } from '../Plan.ts';
import classes from './PlanPreview.module.css';
import { QuestionSelect } from './QuestionSelect.tsx';
import { answerGroup, type GroupAnswer, groupQuestions, type QuestionGroup } from './questionGroups.ts';
import { useGroupReason } from './useGroupReason.ts';

/** More of one group are answered together; drawing thousands of lists would help nobody. */
const mostDrawn = 100;

type Props = {
  questions: readonly Question[];
  decisions: Decisions;
  onDecisions(decisions: Decisions): void;
  structure: ReportStructure;
  words: GridWords & { choiceLabel: ChoiceLabel };
};

/** Everything there is to decide, grouped by what is wrong and by column. */
export function QuestionList({ questions, ...rest }: Props) {
  const { t } = useTranslation('paste');
  const groups = useMemo(() => groupQuestions(questions), [questions]);
  const firstOpen = groups
    .flatMap((group) => group.questions)
    .find(({ isOpen, id }) => isOpen && !rest.decisions.answers.has(id));
  return (
    <Box component="section" className={classes.questions} aria-label={t('question.heading')} tabIndex={0}>
      {groups.map((group) => (
        <Group key={group.id} group={group} firstOpenId={firstOpen?.id ?? null} {...rest} />
      ))}
    </Box>
  );
}

type GroupProps = Omit<Props, 'questions'> & { group: QuestionGroup; firstOpenId: string | null };

function Group({ group, decisions, onDecisions, structure, words, firstOpenId }: GroupProps) {
  const { t } = useTranslation('paste');
  const { kind, column, isOpen, cellCount } = group;
  const choices = useMemo(
    () =>
      kind === 'unknown-choice' || kind === 'other-direction'
        ? buildChoices(
            null,
            group.column === organisationColumn ? 'note' : group.column,
            structure,
            words.choiceLabel,
          )
        : [],
    [kind, group, structure, words],
  );
  const columnName = column === organisationColumn ? '' : words.columnTitle(column);
  const answer = (question: Question, given: Answer | null) => {
    const answers = new Map(decisions.answers);
    if (given === null) answers.delete(question.id);
    else answers.set(question.id, given);
    onDecisions({ ...decisions, answers });
  };
  const reasonOf = useGroupReason();
  const Icon = isOpen ? IconAlertTriangle : IconBan;
  return (
    <div className={classes.group} role="group" aria-label={`${t(`kind.${kind}`)} ${columnName}`}>
      <h3 className={isOpen ? classes.groupOpen : classes.groupLeft}>
        <Icon size={15} aria-hidden />
        <span>{t(`kind.${kind}`)}</span>
        {columnName !== '' && <span className={classes.groupColumn}>{columnName}</span>}
        <span className={classes.groupCount}>{t('question.cells', { count: cellCount })}</span>
      </h3>
      <p className={classes.reason}>{reasonOf(group)}</p>
      {isOpen && group.questions.length > 1 && (
        <AnswerAll group={group} onAnswer={(given) => onDecisions(answerGroup(group, given, decisions))} />
      )}
      <ul className={classes.items}>
        {group.questions.slice(0, mostDrawn).map((question) => (
          <li key={question.id} className={classes.item}>
            <span className={classes.itemText} title={question.text}>
              {question.text}
            </span>
            {question.count > 1 && <span className={classes.itemCount}>×{formatCount(question.count)}</span>}
            {question.isOpen && (
              <QuestionSelect
                question={question}
                label={t('question.label', { column: columnName, text: question.text.slice(0, 60) })}
                answer={decisions.answers.get(question.id) ?? null}
                choices={choices}
                onAnswer={(given) => answer(question, given)}
                isFirst={question.id === firstOpenId}
              />
            )}
          </li>
        ))}
      </ul>
      {group.questions.length > mostDrawn && (
        <p className={classes.reason}>{t('question.more', { count: group.questions.length - mostDrawn })}</p>
      )}
    </div>
  );
}

/** Kinds whose readings mean the same in every question: one press answers all of them. */
const alikeKinds = ['ambiguous-number', 'rounded', 'thousand', 'shown-date', 'lost-zero'] as const;

function AnswerAll({ group, onAnswer }: { group: QuestionGroup; onAnswer(answer: GroupAnswer): void }) {
  const { t } = useTranslation('paste');
  const { questions, kind } = group;
  const alike = alikeKinds.find((candidate) => candidate === kind);
  const likelyCount = questions.filter(({ likely }) => likely !== null).length;
  const [sample] = questions;
  const buttons: [GroupAnswer, string][] = [];
  if (alike !== undefined) {
    buttons.push(['first', t(`question.allFirst.${alike}`, { reading: sample?.readings[0]?.label ?? '' })]);
    if (questions.some(({ readings }) => readings.length > 1))
      buttons.push([
        'second',
        t(`question.allSecond.${alike}`, { reading: sample?.readings[1]?.label ?? '' }),
      ]);
  } else if (likelyCount > 0) {
    buttons.push(['likely', t('question.allLikely', { count: likelyCount })]);
  }
  buttons.push(['keep', t('question.allKeep')]);
  if (questions.some(({ hasOldCells }) => hasOldCells)) buttons.push(['empty', t('question.allEmpty')]);
  return (
    <div className={classes.all}>
      <span>{t('question.all')}</span>
      {buttons.map(([given, words]) => (
        <Button key={given} size="compact-xs" variant="default" onClick={() => onAnswer(given)}>
          {words}
        </Button>
      ))}
    </div>
  );
}
