import type { CellChange } from '#client/sync/ReportSession.ts';
import type { Steps } from '#client/sync/runSteps.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { CellTexts } from '../CellTexts.ts';
import { buildCellChanges } from '../choices.ts';
import { findFieldSpec } from '../fields.ts';
import type { WriteContext } from '../paste/CellCheck.ts';
import { checkCell } from '../paste/checkCell.ts';
import { buildRowRefusal } from '../paste/QuestionBook.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { MatchedCell } from './CellFinder.ts';
import { replaceInText } from './findMatches.ts';
import { printColumn } from './RowFolder.ts';

export type RefusalKind = 'foreign' | 'locked' | 'derived' | 'unfit';

/** A cell in which nothing was replaced, and why. */
export type RefusedCell = {
  row: Row;
  column: string;
  kind: RefusalKind;
  /** Null where the column says it all, and for a stored value that could not be read. */
  error: AppError | null;
  /** Matches that stay as they are. */
  count: number;
  before: string;
  after: string;
};

export type ReplacePlan = {
  changes: CellChange[];
  /** Matches that the changes replace. */
  count: number;
  refused: RefusedCell[];
};

export type ReplaceContext = WriteContext & { texts: CellTexts };

/** Works out cell by cell what a replacement would do; nothing is changed yet. Yields how many are done. */
export function* planReplace(
  cells: Iterable<MatchedCell>,
  replacement: string,
  context: ReplaceContext,
): Steps<ReplacePlan> {
  const plan: ReplacePlan = { changes: [], count: 0, refused: [] };
  /** By row and field: what is replaced in a cell goes before what another cell of the row brings along. */
  const changes = new Map<string, CellChange>();
  const own = new Set<string>();
  let count = 0;
  for (const cell of cells) {
    const { row, matches } = cell;
    const result = replaceIn(cell, replacement, context);
    if (result.kind === 'refused') {
      const { reason, error, before, after } = result;
      plan.refused.push({
        row,
        column: cell.column,
        kind: reason,
        error,
        count: matches.length,
        before,
        after,
      });
    } else if (result.kind === 'changed') {
      plan.count += matches.length;
      for (const change of buildCellChanges(row, result.field, result.value, context.structure)) {
        const name = `${change.organisationId}/${change.rowId}/${change.field}`;
        const isOwn = change.field === result.field;
        if (isOwn) own.add(name);
        if (isOwn || !own.has(name)) changes.set(name, change);
      }
    }
    count += 1;
    yield count;
  }
  plan.changes = [...changes.values()];
  return plan;
}

type Result =
  | { kind: 'same' }
  | { kind: 'changed'; field: Field; value: string | number | null }
  | { kind: 'refused'; reason: RefusalKind; error: AppError | null; before: string; after: string };

function replaceIn(
  { row, column, matches }: MatchedCell,
  replacement: string,
  context: ReplaceContext,
): Result {
  const { texts, canWrite } = context;
  const spec = findFieldSpec(row.kind, column);
  // The matches are those of what is shown; what an editor would begin with differs from it in spaces only.
  const before = spec === undefined ? printColumn(row, column, texts) : texts.editable(row, spec);
  const after = replaceInText(before, matches, replacement);
  const refuse = (reason: RefusalKind, error: AppError | null): Result => ({
    kind: 'refused',
    reason,
    error,
    before,
    after,
  });
  if (spec === undefined) return refuse('derived', null);
  const decision = canWrite(row.organisationId);
  if (!decision.allowed) {
    const organisation = texts.organisation(row.organisationId);
    const { kind, error } = buildRowRefusal(decision.reason, organisation);
    return refuse(kind === 'not-yours' ? 'foreign' : 'locked', error);
  }
  // What is shown of it may be a part only, so nothing that is made of it can be written.
  if (readCellFlaw(row, spec.field) !== null) return refuse('unfit', null);
  const check = checkCell({ text: after }, spec, { directionId: row.values.directionId }, context);
  if (!check.ok) return refuse('unfit', check.error);
  if (check.value === readCellValue(row, spec.field)) return { kind: 'same' };
  return { kind: 'changed', field: spec.field, value: check.value };
}
