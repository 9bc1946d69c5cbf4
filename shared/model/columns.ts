import { z } from 'zod';
import { ColumnKind, type ExtraField, type ExtraValue, isExtraField } from './extraField.ts';
import { ColumnId, ReportId } from './ids.ts';
import { type Flaw, type Row, type TableKind, tableKinds } from './rows.ts';
import { typedLine } from './typedText.ts';

/**
 * The columns that an administrator has added to a table of a report. A value is a cell of its row under
 * {@link extraFieldOf} the column, so that a column that is renamed keeps what stands in it.
 */
export const maxColumnsOfTable = 30;
export const maxOptions = 200;

const title = typedLine(100);

export const ExtraColumn = z.object({
  id: ColumnId,
  reportId: ReportId,
  table: z.enum(tableKinds),
  title,
  kind: ColumnKind,
  /** What may be chosen, in the order it is offered; empty save for a choice. The value is the text itself. */
  options: z.array(title).max(maxOptions),
  /** Empty cells of it are findings. */
  isRequired: z.boolean(),
});
export type ExtraColumn = z.infer<typeof ExtraColumn>;

export function extraFieldOf({ id, kind }: Pick<ExtraColumn, 'id' | 'kind'>): ExtraField {
  return `x:${kind}:${id}`;
}

/** The column whose values stand in this field; undefined when there is none (any more). */
export function findColumn(
  structure: { columns: readonly ExtraColumn[] },
  field: string,
): ExtraColumn | undefined {
  if (!isExtraField(field)) return undefined;
  const { activity, expenditure } = columnSetOf(structure);
  return activity.get(field) ?? expenditure.get(field);
}

/** The columns of each table by the field their values stand in, in their order. */
export type ColumnSet = Readonly<Record<TableKind, ReadonlyMap<ExtraField, ExtraColumn>>>;

const sets = new WeakMap<readonly ExtraColumn[], ColumnSet>();

/** One set for each list of columns, however often it is asked for. */
export function columnSetOf({ columns }: { columns: readonly ExtraColumn[] }): ColumnSet {
  let set = sets.get(columns);
  if (set === undefined) {
    const of = (table: TableKind) =>
      new Map(columns.filter((one) => one.table === table).map((one) => [extraFieldOf(one), one]));
    set = { activity: of('activity'), expenditure: of('expenditure') };
    sets.set(columns, set);
  }
  return set;
}

/**
 * A row as a report with these columns shows it: a choice that its column does not offer, or a value of which
 * there is no column, is a flaw with what stands there, and stays in the sheet. The row itself when all fit.
 */
export function judgeRow(row: Row, columns: ColumnSet): Row {
  let flaws: Record<ExtraField, Flaw> | null = null;
  for (const field in row.values) {
    if (!isExtraField(field)) continue;
    const value = (row.values as Record<ExtraField, ExtraValue>)[field] ?? null;
    const code = judgeValue(columns[row.kind].get(field), value);
    if (code === null) continue;
    flaws ??= {};
    flaws[field] = { code, raw: printRaw(value) };
  }
  if (flaws === null) return row;
  const found = flaws;
  const values = Object.fromEntries(Object.entries(row.values).filter(([field]) => !(field in found)));
  return { ...row, values, flaws: { ...row.flaws, ...flaws } } as Row;
}

export function judgeRows(rows: readonly Row[], structure: { columns: readonly ExtraColumn[] }): Row[] {
  const columns = columnSetOf(structure);
  return rows.map((row) => judgeRow(row, columns));
}

function judgeValue(column: ExtraColumn | undefined, value: ExtraValue): Flaw['code'] | null {
  if (value === null) return null;
  if (column === undefined) return 'no-column';
  return column.kind === 'choice' && !column.options.includes(String(value)) ? 'no-option' : null;
}

const longestRaw = 200;

/** A stored value as something printable of at most 200 characters. */
export function printRaw(value: unknown): string {
  let printed: string;
  try {
    printed = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  } catch {
    // JSON refuses a bigint; its own printing is what the user typed.
    printed = String(value);
  }
  return printed.length > longestRaw ? `${printed.slice(0, longestRaw - 1)}…` : printed;
}
