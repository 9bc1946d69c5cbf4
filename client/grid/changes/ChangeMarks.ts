import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { numberColumn } from '../fields.ts';
import type { ChangedSheet } from './useSheetChanges.ts';

/** What an accepted sheet's rows say beside their values, in words; by row, and in it by column. */
export type ChangeMarks = ReadonlyMap<RowKey, ReadonlyMap<string, string>>;

type Words = {
  /** `before` is what was accepted, as stored. */
  cell(field: string, before: string | number | { unreadable: string } | null): string;
  addedRow: string;
};

/** Marks for each changed cell; a row that was added is marked at its number, as a whole. */
export function buildChangeMarks(sheets: readonly ChangedSheet[], words: Words): ChangeMarks {
  const marks = new Map<RowKey, Map<string, string>>();
  for (const { organisation, rows } of sheets) {
    for (const { rowId, kind, cells } of rows ?? []) {
      if (kind === 'removed') continue;
      marks.set(
        rowKey({ organisationId: organisation.id, id: rowId }),
        kind === 'added'
          ? new Map([[numberColumn, words.addedRow]])
          : new Map(cells.map(({ field, before }) => [field, words.cell(field, before)])),
      );
    }
  }
  return marks;
}

export function readChangeMark(marks: ChangeMarks, row: Row, column: string): string | null {
  return marks.get(rowKey(row))?.get(column) ?? null;
}
