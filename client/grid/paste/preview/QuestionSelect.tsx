import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../choices.ts';
import type { Answer, Question } from '../Plan.ts';
import classes from './PlanPreview.module.css';

type Props = {
  question: Question;
  label: string;
  answer: Answer | null;
  /** The whole list, for a value that is none of it. */
  choices: readonly Choice[];
  onAnswer(answer: Answer | null): void;
  /** Gets the focus when the preview opens. */
  isFirst: boolean;
};

/** What goes in for one text. The browser's own list: quick by keys, and letters find in it. */
export function QuestionSelect({ question, label, answer, choices, onAnswer, isFirst }: Props) {
  const { t } = useTranslation('paste');
  const { readings, likely } = question;
  const known = new Set(readings.map(({ value }) => value));
  const others = choices.filter(({ value }) => !known.has(value));
  const read = (value: string): Answer | null => {
    if (value === 'keep' || value === 'empty') return value;
    const [kind, place] = [value[0], Number(value.slice(1))];
    const found = kind === 'r' ? readings[place] : kind === 'c' ? others[place] : undefined;
    return found === undefined ? null : { use: found.value };
  };
  const print = (given: Answer | null): string => {
    if (given === null || given === 'keep' || given === 'empty') return given ?? '';
    const reading = readings.findIndex(({ value }) => value === given.use);
    return reading >= 0 ? `r${reading}` : `c${others.findIndex(({ value }) => value === given.use)}`;
  };
  return (
    <NativeSelect
      size="xs"
      className={classes.select}
      aria-label={label}
      value={print(answer)}
      onChange={(event) => onAnswer(read(event.currentTarget.value))}
      data-autofocus={isFirst || undefined}
      data-undecided={answer === null || undefined}
    >
      <option value="">{t('question.choose')}</option>
      {readings.length > 0 && (
        <optgroup label={t('question.readings')}>
          {readings.map((reading, index) => (
            <option key={`r${index.toString()}`} value={`r${index}`}>
              {index === likely ? t('question.likely', { reading: reading.label }) : reading.label}
            </option>
          ))}
        </optgroup>
      )}
      <option value="keep">{t('question.keep')}</option>
      {question.hasOldCells && <option value="empty">{t('question.empty')}</option>}
      {others.length > 0 && (
        <optgroup label={t('question.list')}>
          {others.map(({ value, label: choice }, index) => (
            <option key={value} value={`c${index}`}>
              {choice}
            </option>
          ))}
        </optgroup>
      )}
    </NativeSelect>
  );
}
