import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field, NewRow } from '#shared/sheet/sheetDocument.ts';

export type RestorePlan = {
  edits: ReportEdit[];
  /** Rows that come back, go, and get other values or another place. */
  counts: { inserted: number; deleted: number; changed: number };
};

/**
 * The edits by which rows become what they were. `present` are those of the same sheets that stand now;
 * one that was not there then goes. A value that could not be read then stays as it is now.
 */
export function planRestore(past: readonly Row[], present: readonly Row[]): RestorePlan {
  const plan: RestorePlan = { edits: [], counts: { inserted: 0, deleted: 0, changed: 0 } };
  const standing = new Map(present.map((row) => [nameOf(row), row]));
  for (const row of past) {
    const now = standing.get(nameOf(row));
    standing.delete(nameOf(row));
    if (now === undefined) {
      plan.edits.push(buildInsert(row));
      plan.counts.inserted += 1;
      continue;
    }
    const edits = planRow(row, now);
    plan.edits.push(...edits);
    if (edits.length > 0) plan.counts.changed += 1;
  }
  for (const { organisationId, id } of standing.values()) {
    plan.edits.push({ kind: 'delete', organisationId, rowId: id });
    plan.counts.deleted += 1;
  }
  return plan;
}

const nameOf = ({ organisationId, id }: Row) => `${organisationId}/${id}`;

export function buildInsert({ organisationId, id, kind, order, values }: Row): ReportEdit {
  return { kind: 'insert', organisationId, row: { id, kind, order, values } as NewRow };
}

function planRow(past: Row, now: Row): ReportEdit[] {
  // Of another table since: the whole row is put in its place.
  if (past.kind !== now.kind) return [buildInsert(past)];
  const { organisationId, id: rowId } = past;
  const edits: ReportEdit[] = [];
  const before: Partial<Record<Field, unknown>> = past.values;
  const after: Partial<Record<Field, unknown>> = now.values;
  const flaws: Partial<Record<Field, unknown>> = past.flaws;
  // An added column that was empty then names no value.
  const fields = new Set([...Object.keys(past.values), ...Object.keys(now.values)]) as Set<Field>;
  for (const field of fields) {
    if (flaws[field] !== undefined || (before[field] ?? null) === (after[field] ?? null)) continue;
    edits.push({ kind: 'set', organisationId, rowId, field, value: before[field] ?? null });
  }
  if (past.order !== now.order) edits.push({ kind: 'move', organisationId, rowId, order: past.order });
  return edits;
}
