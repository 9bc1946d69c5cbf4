import { z } from 'zod';
import { MoneyMinor } from '../money/money.ts';
import {
  columnSchemas,
  type ExtraField,
  type ExtraValues,
  isExtraField,
  kindOfExtra,
  longestText,
} from './extraField.ts';
import { DirectionId, IndicatorId, type OrganisationId, type RowId } from './ids.ts';
import { Period } from './period.ts';

/**
 * The fields of both tables: each one's name, and the values a cell of it may hold. `null` is an
 * empty cell, everywhere. A field is added at the end and never changes its meaning: sheets
 * written years ago are read by this file. What a report adds of its own stands beside them, under names
 * of `extraField.ts`.
 */

const shortText = z.string().max(500);
const longText = z.string().max(longestText);

export const Fund = z.enum(['general', 'special', 'state', 'regional', 'other']);
export type Fund = z.infer<typeof Fund>;

/** How an activity was held: очно, онлайн, змішано. */
export const ActivityForm = z.enum(['in-person', 'online', 'mixed']);
export type ActivityForm = z.infer<typeof ActivityForm>;

/** виконано, виконується, перенесено, скасовано. */
export const ActivityState = z.enum(['done', 'in-progress', 'postponed', 'cancelled']);
export type ActivityState = z.infer<typeof ActivityState>;

export const activityFields = {
  directionId: DirectionId.nullable(),
  indicatorId: IndicatorId.nullable(),
  content: longText.nullable(),
  /** A day or a span of days. */
  period: Period.nullable(),
  quantity: z.int().min(0).max(1_000_000_000).nullable(),
  form: ActivityForm.nullable(),
  state: ActivityState.nullable(),
  reason: longText.nullable(),
  note: longText.nullable(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
} as const;

export const expenditureFields = {
  directionId: DirectionId.nullable(),
  measure: longText.nullable(),
  fund: Fund.nullable(),
  /** Programme classification of local budgets: seven digits; a finding when not, never a refusal. */
  kpkvk: shortText.nullable(),
  /** Economic classification: four digits. */
  kekv: shortText.nullable(),
  plannedMinor: MoneyMinor.nullable(),
  actualMinor: MoneyMinor.nullable(),
  document: longText.nullable(),
  reason: longText.nullable(),
  note: longText.nullable(),
} as const;

export const ActivityValues = z.object(activityFields);
export type ActivityValues = z.infer<typeof ActivityValues>;

export const ExpenditureValues = z.object(expenditureFields);
export type ExpenditureValues = z.infer<typeof ExpenditureValues>;

export type ActivityField = keyof ActivityValues;
export type ExpenditureField = keyof ExpenditureValues;

export const tableKinds = ['activity', 'expenditure'] as const;
export type TableKind = (typeof tableKinds)[number];

/** Order is that of the columns. */
export const fieldSchemas = { activity: activityFields, expenditure: expenditureFields } as const;

/** What a cell of this field holds; undefined for a field that the table does not have. */
export function findFieldSchema(table: TableKind, field: string): z.ZodType | undefined {
  if (isExtraField(field)) return columnSchemas[kindOfExtra(field)];
  const schemas: Partial<Record<string, z.ZodType>> = fieldSchemas[table];
  return schemas[field];
}

export const activityFieldNames = Object.keys(activityFields) as ActivityField[];
export const expenditureFieldNames = Object.keys(expenditureFields) as ExpenditureField[];

/** Why a stored value could not be read as it stands; the raw value is kept for the user to see and mend. */
export type Flaw = {
  /** `no-option`: a text that its column offers no more; `no-column`: of a column that there is none of. */
  code: 'wrong-type' | 'newer-version' | 'no-option' | 'no-column';
  /** As stored, already reduced to something printable of at most 200 characters. */
  raw: string;
};

type Flaws<F extends string> = Partial<Record<F | ExtraField, Flaw>>;

type RowBase = {
  id: RowId;
  organisationId: OrganisationId;
  /** Fractional index inside its sheet and table; compare with {@link compareRows}. */
  order: string;
};

export type ActivityRow = RowBase & {
  kind: 'activity';
  values: ActivityValues & ExtraValues;
  flaws: Flaws<ActivityField>;
};

export type ExpenditureRow = RowBase & {
  kind: 'expenditure';
  values: ExpenditureValues & ExtraValues;
  flaws: Flaws<ExpenditureField>;
};

/** A row as read from a sheet: every value has its field's type; what had not is null and has a flaw. */
export type Row = ActivityRow | ExpenditureRow;

/** A row's values as a new row takes them: every field of the table, and the added ones that are there. ZodError. */
export function parseValues(
  kind: 'activity',
  values: Readonly<Record<string, unknown>>,
): ActivityRow['values'];
export function parseValues(
  kind: 'expenditure',
  values: Readonly<Record<string, unknown>>,
): ExpenditureRow['values'];
export function parseValues(
  kind: TableKind,
  values: Readonly<Record<string, unknown>>,
): ActivityRow['values'] | ExpenditureRow['values'] {
  const own = kind === 'activity' ? ActivityValues.parse(values) : ExpenditureValues.parse(values);
  const added = Object.entries(values).filter(
    ([field, value]) => isExtraField(field) && (value ?? null) !== null,
  );
  const parsed = added.map(([field, value]) => [field, findFieldSchema(kind, field)?.parse(value)]);
  return { ...own, ...Object.fromEntries(parsed) };
}

/** Same order for everybody: by index, and by id where two people inserted at one place at once. */
export function compareRows(a: Row, b: Row): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const emptyValues = {
  activity: Object.fromEntries(activityFieldNames.map((field) => [field, null])) as ActivityValues,
  expenditure: Object.fromEntries(expenditureFieldNames.map((field) => [field, null])) as ExpenditureValues,
};

export function buildEmptyValues<K extends TableKind>(kind: K): (typeof emptyValues)[K] {
  return { ...emptyValues[kind] };
}
