import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import type { QuestionGroup } from './questionGroups.ts';

/** So many values tell what is meant. */
const mostExamples = 3;

/** Why these cells are asked about. Amounts of one column are off together, so the sentence is about all of them. */
export function useGroupReason(): (group: QuestionGroup) => string {
  const { t } = useTranslation('paste');
  const errorText = useErrorText();
  return ({ kind, questions }) => {
    const [sample, ...others] = questions;
    if (sample === undefined) return '';
    const { error } = sample;
    if (kind !== 'thousand' || others.length === 0) return errorText(error);
    const count = questions.length;
    const quoted = questions.slice(0, mostExamples).map(({ text }) => t('question.quoted', { text }));
    const examples = count > mostExamples ? `${quoted.join(', ')}…` : quoted.join(', ');
    return error.code === 'cell.in-thousands'
      ? t('question.manyInThousands', { count, examples })
      : t('question.manyThousand', { count, examples, usual: String(error.parameters.usual) });
  };
}
