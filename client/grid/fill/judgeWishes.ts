import type { CellChange } from '#client/sync/ReportSession.ts';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { runSteps, type Steps } from '#client/sync/runSteps.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { findFieldSchema, type Row } from '#shared/model/rows.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { type FieldSpec, findFieldSpec } from '../fields.ts';
import {
  acceptCell,
  type CellCheck,
  type CellValue,
  quoteText,
  refuseCell,
  type WriteContext,
} from '../paste/CellCheck.ts';
import { checkCell } from '../paste/checkCell.ts';
import { agreeOnDirection } from '../paste/resolvePlan.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { CellWish } from './CellWish.ts';

export type RefusedWish = { row: Row; column: string; error: AppError };

export type JudgedWishes = {
  /** What really changes: cells that hold the value already are left out. */
  changes: CellChange[];
  refused: RefusedWish[];
  /** Indicators taken away because their row gets another direction. */
  clearedCount: number;
};

export type JudgeContext = WriteContext & {
  organisation(organisationId: OrganisationId): string;
};

/** What of these wishes can be done. For many of them use {@link judgeSteps}, which can pause. */
export function judgeWishes(wishes: Iterable<CellWish>, context: JudgeContext): JudgedWishes {
  return runSteps(judgeSteps(wishes, context));
}

/**
 * What of these wishes can be done: cells of others, values out of bounds, and texts that do not fit
 * their column are refused, each with its reason. Columns that nobody types into are passed over. Yields
 * how many rows are done.
 */
export function* judgeSteps(wishes: Iterable<CellWish>, context: JudgeContext): Steps<JudgedWishes> {
  const judged: JudgedWishes = { changes: [], refused: [], clearedCount: 0 };
  const byRow = new Map<RowKey, { row: Row; wishes: CellWish[] }>();
  for (const wish of wishes) {
    const key = rowKey(wish.row);
    const line = byRow.get(key) ?? { row: wish.row, wishes: [] };
    line.wishes.push(wish);
    byRow.set(key, line);
    yield 0;
  }
  let count = 0;
  for (const line of byRow.values()) {
    judgeRow(line.row, line.wishes, context, judged);
    count += 1;
    yield count;
  }
  return judged;
}

function judgeRow(row: Row, wishes: readonly CellWish[], context: JudgeContext, judged: JudgedWishes): void {
  const decision = context.canWrite(row.organisationId);
  const values = new Map<Field, CellValue>();
  // The direction decides which indicators fit, so it comes first.
  const ordered = wishes.toSorted(
    (a, b) => Number(b.column === 'directionId') - Number(a.column === 'directionId'),
  );
  for (const { column, content } of ordered) {
    const spec = findFieldSpec(context.table, column);
    if (spec === undefined) continue;
    if (!decision.allowed) {
      const organisation = context.organisation(row.organisationId);
      judged.refused.push({ row, column, error: new AppError(decision.reason, { organisation }) });
      continue;
    }
    const directionId = String(values.get('directionId') ?? row.values.directionId ?? '') || null;
    const checked =
      'text' in content
        ? checkCell({ text: content.text }, spec, { directionId }, context)
        : checkValue(content.value, spec, directionId, context);
    if (checked.ok) values.set(spec.field, checked.value);
    else judged.refused.push({ row, column, error: checked.error });
  }
  if (agreeOnDirection(row, values, context.structure)) judged.clearedCount += 1;
  for (const [field, value] of values) {
    if (readCellValue(row, field) === value && readCellFlaw(row, field) === null) continue;
    judged.changes.push({ organisationId: row.organisationId, rowId: row.id, field, value });
  }
}

function checkValue(
  value: CellValue,
  spec: FieldSpec,
  directionId: string | null,
  { table, structure, columnTitle }: JudgeContext,
): CellCheck {
  const column = columnTitle(spec.field);
  const indicator = structure.indicators.find(({ id }) => spec.field === 'indicatorId' && id === value);
  if (indicator !== undefined && directionId !== null && indicator.directionId !== directionId)
    return refuseCell(
      'other-direction',
      new AppError('cell.other-direction', { value: indicator.title, column }),
    );
  if (findFieldSchema(table, spec.field)?.safeParse(value).success === true) return acceptCell(value);
  return refuseCell('wrong-type', new AppError('cell.refused', { value: print(value, spec), column }));
}

function print(value: CellValue, { kind }: FieldSpec): string {
  if (kind === 'money' && Number.isSafeInteger(value)) return formatMoney(Number(value), { unit: 'none' });
  return quoteText(String(value ?? ''));
}
