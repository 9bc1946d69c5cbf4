import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { ThreadAnswer } from '#shared/api/comments.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { numberColumn } from '../fields.ts';

/** How many comments stand open about a cell, in words; those of a whole row are at its number. */
export type CommentMarks = ReadonlyMap<RowKey, ReadonlyMap<string, string>>;

/** How many comments stand open about a row, by its columns; those of the whole row are at its number. */
export type CommentCounts = ReadonlyMap<RowKey, ReadonlyMap<string, number>>;

/** Of threads that are not resolved; deleted comments are not counted. */
export function countComments(threads: readonly ThreadAnswer[], table: TableKind): CommentCounts {
  const counts = new Map<RowKey, Map<string, number>>();
  for (const { place, resolved, comments } of threads) {
    if (resolved !== null || (place.kind !== 'cell' && place.kind !== 'row') || place.table !== table)
      continue;
    const count = comments.filter(({ deletedAt }) => deletedAt === null).length;
    if (count === 0) continue;
    const key = rowKey({ organisationId: place.organisationId, id: place.rowId });
    const column = place.kind === 'cell' ? place.field : numberColumn;
    const ofRow = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofRow.set(column, (ofRow.get(column) ?? 0) + count));
  }
  return counts;
}

/** Of a row with all its cells. */
export function countRowComments(counts: CommentCounts, key: RowKey): number {
  let sum = 0;
  for (const count of counts.get(key)?.values() ?? []) sum += count;
  return sum;
}

export function buildCommentMarks(
  threads: readonly ThreadAnswer[],
  table: TableKind,
  say: (count: number) => string,
): CommentMarks {
  return new Map(
    [...countComments(threads, table)].map(([key, ofRow]) => [
      key,
      new Map([...ofRow].map(([column, count]) => [column, say(count)])),
    ]),
  );
}

export function readCommentMark(marks: CommentMarks, row: Row, column: string): string | null {
  return marks.get(rowKey(row))?.get(column) ?? null;
}
