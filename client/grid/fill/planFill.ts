import type { Row } from '#shared/model/rows.ts';
import { findFieldSpec } from '../fields.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import type { CellWish } from './CellWish.ts';
import { continueSeries, type FillValue, repeat } from './continueSeries.ts';

/** What a cell shows, for a column of another kind. */
export type ReadText = (row: Row, column: string) => string;

/** The first row of the range into all rows below it. */
export function* planFillDown(
  { rows: [first, ...others], columns }: SelectedRange,
  readText: ReadText,
): Generator<CellWish> {
  if (first === undefined) return;
  for (const row of others)
    for (const column of columns) yield wishFrom(first, column, row, column, readText);
}

/** The first column of the range into all columns to its right. */
export function* planFillRight(
  { rows, columns: [first, ...others] }: SelectedRange,
  readText: ReadText,
): Generator<CellWish> {
  if (first === undefined) return;
  for (const row of rows) for (const column of others) yield wishFrom(row, first, row, column, readText);
}

/** One cell into everything that is selected. */
export function* planFillWith(
  source: { row: Row; column: string },
  ranges: readonly SelectedRange[],
  readText: ReadText,
): Generator<CellWish> {
  for (const { rows, columns } of ranges)
    for (const row of rows)
      for (const column of columns) {
        if (row === source.row && column === source.column) continue;
        yield wishFrom(source.row, source.column, row, column, readText);
      }
}

/** What an editor holds, and how it was typed, for columns of another kind. */
export type TypedValue = { value: FillValue; text: string };

/** What was typed over a cell into everything that is selected. */
export function* planTypedFill(
  source: { row: Row; column: string },
  { value, text }: TypedValue,
  ranges: readonly SelectedRange[],
): Generator<CellWish> {
  for (const { rows, columns } of ranges)
    for (const row of rows)
      for (const column of columns)
        yield { row, column, content: isSameKind(source, { row, column }) ? { value } : { text } };
}

export type DraggedFill = {
  source: SelectedRange;
  /** The rows, or else the columns, that the handle was drawn over, from the source outwards. */
  target: { rows: readonly Row[] } | { columns: readonly string[] };
  /** Upwards, or to the left. */
  isBackward: boolean;
  /** Repeats instead of counting on. */
  isCopy: boolean;
};

/** What the handle was drawn over continues the source, column by column, or row by row when drawn sideways. */
export function* planDraggedFill(
  { source, target, isBackward, isCopy }: DraggedFill,
  readText: ReadText,
): Generator<CellWish> {
  if ('rows' in target) {
    for (const column of source.columns) {
      const [first] = source.rows;
      const spec = first && findFieldSpec(first.kind, column);
      if (spec === undefined) continue;
      const count = target.rows.length;
      if (source.rows.some((row) => readCellFlaw(row, spec.field) !== null)) {
        const from = repeat(isBackward ? source.rows.toReversed() : source.rows, count);
        for (const [index, row] of target.rows.entries())
          yield wishFrom(from[index] ?? row, column, row, column, readText);
        continue;
      }
      const known = source.rows.map((row) => readCellValue(row, spec.field));
      const values = isCopy
        ? repeat(isBackward ? known.toReversed() : known, count)
        : continueSeries(known, spec.kind, count, isBackward);
      for (const [index, row] of target.rows.entries())
        yield { row, column, content: { value: values[index] ?? null } };
    }
    return;
  }
  for (const row of source.rows) {
    const columns = isBackward ? source.columns.toReversed() : source.columns;
    const from = repeat(columns, target.columns.length);
    for (const [index, column] of target.columns.entries()) {
      const sourceColumn = from[index];
      if (sourceColumn !== undefined) yield wishFrom(row, sourceColumn, row, column, readText);
    }
  }
}

/** A value goes over as it is between cells of one kind; elsewhere, and where it could not be read, by what it shows. */
function wishFrom(from: Row, fromColumn: string, row: Row, column: string, readText: ReadText): CellWish {
  const spec = findFieldSpec(from.kind, fromColumn);
  const isSame = isSameKind({ row: from, column: fromColumn }, { row, column });
  return spec !== undefined && isSame && readCellFlaw(from, spec.field) === null
    ? { row, column, content: { value: readCellValue(from, spec.field) } }
    : { row, column, content: { text: readText(from, fromColumn) } };
}

type Place = { row: Row; column: string };

/** Whether one column takes the values of the other. Each list has choices of its own. */
function isSameKind(a: Place, b: Place): boolean {
  const [kind, other] = [a, b].map(({ row, column }) => findFieldSpec(row.kind, column)?.kind);
  return kind !== undefined && (a.column === b.column || (kind === other && kind !== 'choice'));
}
