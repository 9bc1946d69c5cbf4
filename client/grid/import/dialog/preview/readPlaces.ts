import type { ImportPlan } from '../../plan/ImportPlan.ts';
import { formatAddress } from '../../reading/SourceBook.ts';
import type { ImportState } from '../ImportState.ts';

const mostPlaces = 3;

/** Where in the file each question comes from: the first addresses, by the question's id. */
export function readPlaces(
  { plan }: ImportPlan,
  { columns, book, sheetIndex }: Pick<ImportState, 'columns' | 'book' | 'sheetIndex'>,
): Map<string, string[]> {
  const sheetName = book?.sheets[sheetIndex]?.name ?? null;
  const columnOf = new Map<string, number>();
  for (const [column, { target }] of columns.entries()) {
    if (target !== null) columnOf.set(target, column);
  }
  const places = new Map<string, string[]>();
  for (const { number, cells } of plan.lines) {
    for (const { field, question } of cells) {
      if (question === null) continue;
      const found = places.get(question.id) ?? [];
      if (found.length < mostPlaces) found.push(formatAddress(sheetName, number, columnOf.get(field) ?? 0));
      places.set(question.id, found);
    }
  }
  return places;
}
