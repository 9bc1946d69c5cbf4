import type { AppError } from '#shared/errors/AppError.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellParse } from '../parseCell.ts';
import { readCellValue } from '../readCell.ts';
import type { CellStanding } from './CellStanding.ts';

/** Why an edited cell is not written: somebody has to decide first, or to mend the text. */
export type CommitProblem =
  | { kind: 'locked'; error: AppError }
  | { kind: 'deleted' }
  | { kind: 'invalid'; error: AppError; choices: string[] }
  /** Somebody else has changed the cell meanwhile. */
  | { kind: 'conflict'; value: string | number | null }
  /** The sheet takes nothing at this moment. */
  | { kind: 'busy' };

export type CommitDecision = { kind: 'write'; value: string | number | null } | CommitProblem;

/**
 * Whether what was typed may be written as things stand. `agreed` is the value of others that the
 * person has seen and chosen to replace; undefined when there was no such choice.
 */
export function decideCommit(
  parsed: CellParse,
  standing: CellStanding,
  field: Field,
  agreed?: string | number | null,
): CommitDecision {
  if (standing.lock !== null) return { kind: 'locked', error: standing.lock };
  if (standing.isDeleted) return { kind: 'deleted' };
  if (!parsed.ok) return { kind: 'invalid', error: parsed.error, choices: parsed.choices };
  const { value } = parsed;
  const current = readCellValue(standing.row, field);
  if (standing.isChanged && current !== value && (agreed === undefined || current !== agreed)) {
    return { kind: 'conflict', value };
  }
  return { kind: 'write', value };
}
