import { simplifyTitle } from '#shared/language/simplifyTitle.ts';
import { columnSetOf } from '#shared/model/columns.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import {
  deviationColumn,
  findFieldSpec,
  listOwnFields,
  numberColumn,
  organisationColumn,
} from '../fields.ts';
import { findNames, type HeaderColumn, isInThousands } from './headerNames.ts';

export type HeaderMatch = {
  /** The column each title names; null for a title of none, or of one that another title names too. */
  readonly columns: readonly (string | null)[];
  /** Columns that several titles name: indexes of the titles, to be asked about. */
  readonly doubles: readonly { readonly column: string; readonly places: readonly number[] }[];
  /** Columns of amounts in thousands of hryvnias. */
  readonly thousands: ReadonlySet<Field>;
};

type Titles = {
  table: TableKind;
  structure: Pick<ReportStructure, 'columns'>;
  columnTitle(column: Field | 'organisation' | 'deviation'): string;
};

/** Which columns the titles name. */
export function matchHeader(
  texts: readonly string[],
  { table, structure, columnTitle }: Titles,
): HeaderMatch {
  const names = new Map<string, string>();
  // An added column has its title and no other, so it comes before what others are also called.
  const columns: (HeaderColumn | typeof deviationColumn)[] = [
    ...columnSetOf(structure)[table].keys(),
    organisationColumn,
    ...listOwnFields(table),
  ];
  for (const column of columns) {
    const known = column === deviationColumn ? [] : findNames(table, column);
    for (const name of [simplifyTitle(columnTitle(column)), ...known]) {
      if (!names.has(name)) names.set(name, column);
    }
  }
  // Computed by the product, and so recognised only to be left out.
  for (const name of ['відхилення', 'deviation', simplifyTitle(columnTitle(deviationColumn))])
    names.set(name, deviationColumn);
  for (const name of ['', 'no', 'n', 'n з п', 'з п']) names.set(name, numberColumn);

  const found = texts.map((text) => (text.trim() === '' ? null : (names.get(simplifyTitle(text)) ?? null)));
  const places = Map.groupBy(found.keys(), (place) => found[place] ?? null);
  const doubles = [...places].flatMap(([column, indexes]) =>
    column === null || indexes.length < 2 ? [] : [{ column, places: indexes }],
  );
  const isDouble = new Set<string>(doubles.map(({ column }) => column));
  const thousands = new Set<Field>();
  for (const [place, column] of found.entries()) {
    const spec = column === null ? undefined : findFieldSpec(table, column);
    if (spec?.kind === 'money' && isInThousands(texts[place] ?? '')) {
      thousands.add(spec.field);
    }
  }
  return {
    columns: found.map((column) => (column === null || isDouble.has(column) ? null : column)),
    doubles,
    thousands,
  };
}

/** Whether a line is a header: most of what it says are titles of columns. */
export function isHeaderLine(texts: readonly string[], titles: Titles): boolean {
  const said = texts.filter((text) => text.trim() !== '');
  const { columns, doubles } = matchHeader(texts, titles);
  const matched =
    columns.filter((column) => column !== null).length +
    doubles.reduce((sum, { places }) => sum + places.length, 0);
  return matched > 0 && matched * 2 >= said.length && (matched > 1 || said.length === 1);
}
