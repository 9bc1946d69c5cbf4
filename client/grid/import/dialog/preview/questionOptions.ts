import type { ReportStructure } from '#shared/model/structure.ts';
import { buildChoices } from '../../../choices.ts';
import type { GridTools } from '../../../commands/GridTools.ts';
import { findFieldSpec } from '../../../fields.ts';
import type { CellReading } from '../../../paste/CellCheck.ts';
import type { Answer, Question } from '../../../paste/Plan.ts';

export type QuestionOption = { key: string; label: string; answer: Answer };

const keptKeys = ['keepOld', 'keepNew', 'empty'] as const;

/** Options without a value, whose words stand in the translations. */
export function isKept(key: string): key is (typeof keptKeys)[number] {
  return keptKeys.some((kept) => kept === key);
}

/** What one may answer: leave it, one of its meanings, any other of a list, or nothing at all. */
export function listOptions(
  { column, readings, hasOldCells }: Question,
  structure: ReportStructure,
  { table, words }: Pick<GridTools, 'table' | 'words'>,
): QuestionOption[] {
  const spec = findFieldSpec(table, column);
  const rest: CellReading[] =
    spec?.kind !== 'choice'
      ? []
      : buildChoices(null, spec.field, structure, words.choiceLabel).filter(
          ({ value }) => !readings.some((reading) => reading.value === value),
        );
  return [
    { key: hasOldCells ? 'keepOld' : 'keepNew', label: '', answer: 'keep' },
    ...[...readings, ...rest].map(
      ({ value, label }): QuestionOption => ({ key: `=${value}`, label, answer: { use: value } }),
    ),
    ...(hasOldCells ? [{ key: 'empty', label: '', answer: 'empty' } as const] : []),
  ];
}

/** The key of what was answered. */
export function printAnswer({ hasOldCells }: Question, answer: Answer | undefined): string {
  if (answer === 'empty') return 'empty';
  if (answer === undefined || answer === 'keep') return hasOldCells ? 'keepOld' : 'keepNew';
  return `=${answer.use}`;
}
