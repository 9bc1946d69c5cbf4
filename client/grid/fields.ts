import type { ActivityField, ExpenditureField, TableKind } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';

/** How a field is shown and typed. */
export type FieldKind = 'choice' | 'long' | 'text' | 'money' | 'count' | 'period' | 'link';

export type FieldSpec = {
  field: Field;
  kind: FieldKind;
  /** Pixels at first; people widen what they read. */
  width: number;
};

const activity: (FieldSpec & { field: ActivityField })[] = [
  { field: 'directionId', kind: 'choice', width: 130 },
  { field: 'indicatorId', kind: 'choice', width: 170 },
  { field: 'content', kind: 'long', width: 360 },
  { field: 'quantity', kind: 'count', width: 92 },
  { field: 'period', kind: 'period', width: 140 },
  { field: 'form', kind: 'choice', width: 92 },
  { field: 'state', kind: 'choice', width: 116 },
  { field: 'reason', kind: 'long', width: 180 },
  { field: 'note', kind: 'long', width: 180 },
  { field: 'link', kind: 'link', width: 150 },
];

const expenditure: (FieldSpec & { field: ExpenditureField })[] = [
  { field: 'directionId', kind: 'choice', width: 130 },
  { field: 'measure', kind: 'long', width: 320 },
  { field: 'fund', kind: 'choice', width: 150 },
  { field: 'kpkvk', kind: 'text', width: 92 },
  { field: 'kekv', kind: 'text', width: 76 },
  { field: 'plannedMinor', kind: 'money', width: 132 },
  { field: 'actualMinor', kind: 'money', width: 132 },
  { field: 'document', kind: 'long', width: 180 },
  { field: 'reason', kind: 'long', width: 180 },
  { field: 'note', kind: 'long', width: 180 },
];

/** In the order of the columns. */
export const fieldSpecs: Record<TableKind, readonly FieldSpec[]> = { activity, expenditure };

/** The derived column: fact less plan. */
export const deviationColumn = 'deviation';
export const numberColumn = 'number';
export const organisationColumn = 'organisation';

export function findFieldSpec(table: TableKind, column: string): FieldSpec | undefined {
  return fieldSpecs[table].find(({ field }) => field === column);
}

/** Where a new row's typing begins. */
export const mainField: Record<TableKind, Field> = { activity: 'content', expenditure: 'measure' };
