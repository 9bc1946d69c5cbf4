import { compareRows, type Row, type TableKind } from '#shared/model/rows.ts';
import type { ViewSort } from '#shared/model/view.ts';
import type { CellTexts } from './CellTexts.ts';
import { computeRowDeviation } from './computeRowDeviation.ts';
import { deviationColumn, type FieldSpec, findFieldSpec, organisationColumn } from './fields.ts';
import { readCellValue } from './readCell.ts';

/** Below zero when the first stands before the second. */
export type RowOrder = (a: Row, b: Row) => number;

type ReadValue = (row: Row) => string | number | null;

const collator = new Intl.Collator('uk', { numeric: true });

/**
 * By what is read from a row. Empty values come last, whichever way one sorts: with `isDescending` the
 * order is still the rising one, made to be turned round.
 */
export function compareBy(isDescending: boolean, read: ReadValue): RowOrder {
  return (rowA, rowB) => {
    const [valueA, valueB] = [read(rowA), read(rowB)];
    if (valueA === null || valueB === null) {
      if (valueA === valueB) return 0;
      return (valueA === null ? 1 : -1) * (isDescending ? -1 : 1);
    }
    if (typeof valueA === 'number' && typeof valueB === 'number') return valueA - valueB;
    return collator.compare(String(valueA), String(valueB));
  };
}

/** As printed for what is chosen from a list; as it is for numbers and dates. */
export function readSortValue(row: Row, spec: FieldSpec, texts: CellTexts): string | number | null {
  const value = readCellValue(row, spec.field);
  return value !== null && spec.kind === 'choice' ? texts.cell(row, spec) : value;
}

/** The order of the sheets: the report's organisations one after the other. */
export function buildNaturalOrder(organisationOrder: ReadonlyMap<string, number>): RowOrder {
  const placeOf = buildPlaceOf(organisationOrder);
  return (a, b) => placeOf(a) - placeOf(b) || compareRows(a, b);
}

type Options = {
  table: TableKind;
  texts: CellTexts;
  /** Place of each organisation in the report's order. */
  organisationOrder: ReadonlyMap<string, number>;
  sort: readonly ViewSort[];
};

/** As the table sorts its rows by these columns; those that are alike stand as in their sheets. */
export function buildRowOrder({ table, texts, organisationOrder, sort }: Options): RowOrder {
  const placeOf = buildPlaceOf(organisationOrder);
  const orderBy = ({ column, isDescending }: ViewSort): RowOrder => {
    if (column === organisationColumn) return (a, b) => placeOf(a) - placeOf(b);
    if (column === deviationColumn) return compareBy(isDescending, computeRowDeviation);
    const spec = findFieldSpec(table, column);
    if (spec === undefined) return () => 0;
    return compareBy(isDescending, (row) => readSortValue(row, spec, texts));
  };
  const orders = sort.map((part) => ({ order: orderBy(part), sign: part.isDescending ? -1 : 1 }));
  const natural = buildNaturalOrder(organisationOrder);
  return (a, b) => {
    for (const { order, sign } of orders) {
      const found = order(a, b);
      if (found !== 0) return found * sign;
    }
    return natural(a, b);
  };
}

function buildPlaceOf(organisationOrder: ReadonlyMap<string, number>): (row: Row) => number {
  return (row) => organisationOrder.get(row.organisationId) ?? Number.MAX_SAFE_INTEGER;
}
