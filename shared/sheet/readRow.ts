import type { z } from 'zod';
import { printRaw } from '../model/columns.ts';
import { columnSchemas, isExtraField, kindOfExtra } from '../model/extraField.ts';
import type { OrganisationId, RowId } from '../model/ids.ts';
import {
  type ActivityRow,
  activityFields,
  buildEmptyValues,
  type ExpenditureRow,
  expenditureFields,
  type Flaw,
  type Row,
} from '../model/rows.ts';
import { fallbackOrder, isOrder } from './order.ts';

/** Version of the rows this code writes. Raised when a field or a kind of row is added. */
export const sheetSchemaVersion = 1;

/** A stored row with its cell overrides laid over it, before anything is believed about it. */
export type RawRow = Record<string, unknown>;

/**
 * Reads one row. Never throws: a value that is not of its field's type becomes null and a flaw, and
 * a row whose kind cannot be told stands in the activity table with the whole of it as a flaw, so
 * that a person sees it and can delete it.
 *
 * Which columns were added a sheet does not know: it reads what is of the right kind, and `judgeRow` says
 * what of it the columns of the report take.
 */
export function readRow(id: RowId, organisationId: OrganisationId, raw: unknown, overrides: RawRow): Row {
  const stored = isRecord(raw) ? { ...raw, ...overrides } : overrides;
  const order = isOrder(stored.order) ? stored.order : fallbackOrder;
  const version = stored.v;
  const flawCode =
    typeof version === 'number' && version > sheetSchemaVersion ? 'newer-version' : 'wrong-type';
  const base = { id, organisationId, order };

  if (isRecord(raw) && raw.kind === 'expenditure') {
    const row: ExpenditureRow = {
      ...base,
      kind: 'expenditure',
      values: buildEmptyValues('expenditure'),
      flaws: {},
    };
    readValues(expenditureFields, stored, flawCode, row);
    return row;
  }
  const row: ActivityRow = { ...base, kind: 'activity', values: buildEmptyValues('activity'), flaws: {} };
  if (isRecord(raw) && raw.kind === 'activity') {
    readValues(activityFields, stored, flawCode, row);
  } else {
    row.flaws.content = { code: flawCode, raw: printRaw(raw) };
  }
  return row;
}

type Target = { values: Record<string, unknown>; flaws: Partial<Record<string, Flaw>> };

function readValues(
  fields: Record<string, z.ZodType>,
  stored: RawRow,
  code: Flaw['code'],
  target: Target,
): void {
  for (const field in fields) readValue(fields[field], field, stored, code, target);
  for (const field in stored) {
    if (isExtraField(field)) readValue(columnSchemas[kindOfExtra(field)], field, stored, code, target);
  }
}

function readValue(
  schema: z.ZodType | undefined,
  field: string,
  stored: RawRow,
  code: Flaw['code'],
  target: Target,
): void {
  const value = stored[field];
  if (value === undefined || value === null) return;
  const result = schema?.safeParse(value);
  if (result?.success) target.values[field] = result.data;
  else target.flaws[field] = { code, raw: printRaw(value) };
}

function isRecord(value: unknown): value is RawRow {
  // Plain objects only: a nested Y type or bytes in place of a row are as unreadable as a number.
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
