import type { CellChange } from '#client/sync/ReportSession.ts';
import { parseValues, type Row } from '#shared/model/rows.ts';
import type { NewRow } from '#shared/sheet/sheetDocument.ts';

/**
 * A deleted row to be put in again: its values as they last were, with the changes, at its old place.
 * What could not be read of it is not known here, and stays gone.
 */
export function buildRestoredRow(
  { kind, id, order, values }: Row,
  changes: readonly Pick<CellChange, 'field' | 'value'>[],
): NewRow {
  const changed = { ...values, ...Object.fromEntries(changes.map(({ field, value }) => [field, value])) };
  return kind === 'activity'
    ? { id, kind, order, values: parseValues(kind, changed) }
    : { id, kind, order, values: parseValues(kind, changed) };
}
