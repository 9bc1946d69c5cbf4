import type { Cell } from '../tables/Cell.ts';

/** A field of Table Schema v2, as far as the package uses it. */
export type OpenField<Line> = {
  name: string;
  /** Ukrainian. */
  title: string;
  type: 'string' | 'integer' | 'number' | 'date' | 'year';
  format?: 'uri';
  description?: string;
  constraints?: OpenConstraints;
  cell: (line: Line) => Cell;
};

export type OpenConstraints = {
  required?: boolean;
  unique?: boolean;
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
};

export type ForeignKey = { fields: string[]; reference: { resource: string; fields: string[] } };

/** A CSV file of the package with its schema. */
export type OpenTable<Line> = {
  /** Of the resource; latin, lower case. */
  name: string;
  path: string;
  title: string;
  fields: readonly OpenField<Line>[];
  primaryKey: string[];
  foreignKeys?: ForeignKey[];
  /** What stands where a value is missing. */
  missing: '' | 'null';
  lines: readonly Line[];
};

/** A table whose lines are nobody else's business. */
export type AnyOpenTable = Omit<OpenTable<never>, 'fields' | 'lines'> & {
  fields: readonly Omit<OpenField<never>, 'cell'>[];
  /** Each line as its cells, in the order of the fields. */
  rows: readonly (readonly Cell[])[];
};

export function buildOpenTable<Line>({ fields, lines, ...table }: OpenTable<Line>): AnyOpenTable {
  return {
    ...table,
    fields: fields.map(({ cell: _, ...field }) => field),
    rows: lines.map((line) => fields.map(({ cell }) => cell(line))),
  };
}
