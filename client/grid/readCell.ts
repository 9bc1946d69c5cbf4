import type { Flaw, Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';

/** A cell's value by name of its field; null when it is empty, and for a field of the other table. */
export function readCellValue(row: Row, field: Field): string | number | null {
  const values: Record<string, string | number | null> = row.values;
  return values[field] ?? null;
}

export function readCellFlaw(row: Row, field: Field): Flaw | null {
  const flaws: Record<string, Flaw | undefined> = row.flaws;
  return flaws[field] ?? null;
}
