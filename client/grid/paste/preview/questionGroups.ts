import type { ProblemKind } from '../CellCheck.ts';
import type { Answer, Decisions, Question } from '../Plan.ts';

/** Questions of one kind about one column. */
export type QuestionGroup = {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly column: Question['column'];
  readonly questions: readonly Question[];
  readonly cellCount: number;
  readonly isOpen: boolean;
};

/** Those to be answered first, then those that are only named. */
export function groupQuestions(questions: readonly Question[]): QuestionGroup[] {
  const groups = Map.groupBy(questions, ({ kind, column }) => `${kind}/${column}`);
  return [...groups]
    .flatMap(([id, group]): QuestionGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const cellCount = group.reduce((sum, { count }) => sum + count, 0);
      const { kind, column } = first;
      return [{ id, kind, column, questions: group, cellCount, isOpen: group.some(({ isOpen }) => isOpen) }];
    })
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
}

/** One answer for a whole group; a question that has no such meaning is left as it is. */
export type GroupAnswer = 'first' | 'second' | 'likely' | 'keep' | 'empty';

export function answerGroup(group: QuestionGroup, answer: GroupAnswer, decisions: Decisions): Decisions {
  const answers = new Map(decisions.answers);
  for (const question of group.questions) {
    const given = pickAnswer(question, answer);
    if (given !== null) answers.set(question.id, given);
  }
  return { ...decisions, answers };
}

export function pickAnswer({ isOpen, readings, likely }: Question, answer: GroupAnswer): Answer | null {
  if (!isOpen) return null;
  if (answer === 'keep' || answer === 'empty') return answer;
  const place = answer === 'likely' ? likely : answer === 'first' ? 0 : 1;
  const reading = place === null ? undefined : readings[place];
  return reading === undefined ? null : { use: reading.value };
}
