import type { TableKind } from '#shared/model/rows.ts';
import { deviationColumn, findFieldSpec, organisationColumn } from './fields.ts';
import type { GridWords } from './GridWords.ts';

/** The heading of a column by its name. */
export function columnTitleOf(
  table: TableKind,
  column: string,
  words: Pick<GridWords, 'columnTitle' | 'numberTitle'>,
): string {
  if (column === organisationColumn || column === deviationColumn) return words.columnTitle(column);
  const spec = findFieldSpec(table, column);
  return spec === undefined ? words.numberTitle : words.columnTitle(spec.field);
}
