import type { CellValue, ProblemKind } from '../CellCheck.ts';
import type { Decisions, PlannedCell } from '../Plan.ts';

/** What a cell of the preview shows. */
export type CellView =
  | { readonly state: 'written' | 'decided'; readonly value: CellValue }
  /** Still to be answered. */
  | { readonly state: 'asked'; readonly text: string; readonly kind: ProblemKind }
  /** Stays as it is. */
  | { readonly state: 'left'; readonly text: string; readonly kind: ProblemKind };

export function describeCell(
  { question, text, value }: PlannedCell,
  { answers }: Pick<Decisions, 'answers'>,
): CellView {
  if (question === null) return { state: 'written', value };
  const { kind, isOpen, id } = question;
  const answer = answers.get(id);
  if (answer === undefined) return { state: isOpen ? 'asked' : 'left', text, kind };
  if (answer === 'keep') return { state: 'left', text, kind };
  return { state: 'decided', value: answer === 'empty' ? null : answer.use };
}
