import { columnSetOf } from '#shared/model/columns.ts';
import {
  type ColumnKind,
  type ExtraField,
  isExtraField,
  isSummedField,
  kindOfExtra,
} from '#shared/model/extraField.ts';
import type { ActivityField, ExpenditureField, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';

/** How a field is shown and typed. A count is whole and never below zero, a number may have a fraction. */
export type FieldKind = 'choice' | 'long' | 'text' | 'money' | 'count' | 'number' | 'period' | 'link';

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

/** Those that every report has, in the order of the columns. */
export const fieldSpecs: Record<TableKind, readonly FieldSpec[]> = { activity, expenditure };

const addedKinds: Record<ColumnKind, Pick<FieldSpec, 'kind' | 'width'>> = {
  text: { kind: 'long', width: 180 },
  number: { kind: 'number', width: 110 },
  money: { kind: 'money', width: 132 },
  date: { kind: 'period', width: 140 },
  choice: { kind: 'choice', width: 150 },
};

/** One for each column for good, as those that every report has: specs are told apart by what they are. */
const addedSpecs = new Map<ExtraField, FieldSpec>();

function specOfAdded(field: ExtraField): FieldSpec {
  let spec = addedSpecs.get(field);
  if (spec === undefined) {
    spec = { field, ...addedKinds[kindOfExtra(field)] };
    addedSpecs.set(field, spec);
  }
  return spec;
}

/** All of a table of this report, in the order of the columns; those that were added behind the others. */
export function listFieldSpecs(
  table: TableKind,
  structure: Pick<ReportStructure, 'columns'>,
): readonly FieldSpec[] {
  const added = columnSetOf(structure)[table];
  return added.size === 0 ? fieldSpecs[table] : [...fieldSpecs[table], ...[...added.keys()].map(specOfAdded)];
}

/** The fields that every report has. */
export function listOwnFields(table: TableKind): Exclude<Field, ExtraField>[] {
  return (table === 'activity' ? activity : expenditure).map(({ field }) => field);
}

/** Whether it is shown and added up as a number. */
export function isNumberKind(kind: FieldKind): boolean {
  return kind === 'money' || kind === 'count' || kind === 'number';
}

/** The derived column: fact less plan. */
export const deviationColumn = 'deviation';
export const numberColumn = 'number';
export const organisationColumn = 'organisation';

/** The name of an added column tells what its cells are, whether or not the report has it (any more). */
export function findFieldSpec(table: TableKind, column: string): FieldSpec | undefined {
  if (isExtraField(column)) return specOfAdded(column);
  return fieldSpecs[table].find(({ field }) => field === column);
}

/** Added columns of this report that are added up, in their order. */
export function listSummedFields(
  table: TableKind,
  structure: Pick<ReportStructure, 'columns'>,
): ExtraField[] {
  return [...columnSetOf(structure)[table].keys()].filter(isSummedField);
}

/** Where a new row's typing begins. */
export const mainField: Record<TableKind, Field> = { activity: 'content', expenditure: 'measure' };
