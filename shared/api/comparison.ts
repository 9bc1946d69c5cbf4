import { z } from 'zod';
import { FieldName } from '../model/fieldName.ts';
import { OrganisationId, ReportId, RowId } from '../model/ids.ts';
import { Fund, tableKinds } from '../model/rows.ts';
import { MinorText } from './contract.ts';

/** Bodies of the routes that compare: what two versions of a report differ in, and which moments there are. */

const ComparedSums = z.object({ plannedMinor: MinorText, actualMinor: MinorText, rowCount: z.int() });
export type ComparedSums = z.infer<typeof ComparedSums>;

/** One sum of both sides; null where a side knows no such slice. Lines that are equal stand here too. */
export const MoneyLine = z.object({
  slice: z.discriminatedUnion('by', [
    z.object({ by: z.literal('grand') }),
    /** Null: expenditures without a direction. */
    z.object({ by: z.literal('direction'), number: z.int().nullable() }),
    z.object({ by: z.literal('organisation'), organisationId: OrganisationId }),
    z.object({ by: z.literal('fund'), fund: Fund }),
  ]),
  /** Of the direction or organisation, as the later side has it; empty for the others. */
  title: z.string(),
  before: ComparedSums.nullable(),
  after: ComparedSums.nullable(),
});
export type MoneyLine = z.infer<typeof MoneyLine>;

export const CountLine = z.object({
  key: z.string(),
  directionNumber: z.int().nullable(),
  title: z.string(),
  /** How deep it is nested as an "of which" part. */
  depth: z.int(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type CountLine = z.infer<typeof CountLine>;

const RowSide = z.object({
  rowId: RowId,
  direction: z.object({ number: z.int(), title: z.string() }).nullable(),
  organisation: z.object({ id: OrganisationId, shortName: z.string() }),
  /** What the row is about: the content of an activity, the measure of an expenditure. */
  title: z.string(),
});
export type RowSide = z.infer<typeof RowSide>;

/** As it stands in the cell; a direction and an indicator by what they are called. */
const FieldValue = z.union([z.string(), z.number(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;

export const FieldDifference = z.object({
  field: FieldName,
  /** Of an added column, which the report that is open need not have. */
  title: z.string().optional(),
  before: FieldValue,
  after: FieldValue,
});
export type FieldDifference = z.infer<typeof FieldDifference>;

/** A row that one side alone has, with all it holds, or one that both have, with the fields that differ. */
export const RowDifference = z.object({
  table: z.enum(tableKinds),
  before: RowSide.nullable(),
  after: RowSide.nullable(),
  fields: z.array(FieldDifference),
});
export type RowDifference = z.infer<typeof RowDifference>;

export const TextPiece = z.union([
  z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }),
  /** A live number that stands in both, with the value that each shows. */
  z.object({ kind: z.literal('figure'), before: z.string(), after: z.string() }),
]);
export type TextPiece = z.infer<typeof TextPiece>;

export const LineKind = z.enum(['paragraph', 'heading', 'item', 'quote', 'cell', 'rows']);
export type LineKind = z.infer<typeof LineKind>;

export const LineDifference = z.union([
  z.object({
    change: z.enum(['same', 'added', 'removed', 'changed']),
    /** What the line is on each side; null where it is not. */
    before: LineKind.nullable(),
    after: LineKind.nullable(),
    pieces: z.array(TextPiece),
  }),
  /** So many equal lines that are left out. */
  z.object({ change: z.literal('skipped'), count: z.int() }),
]);
export type LineDifference = z.infer<typeof LineDifference>;

/** The text of a direction that differs: its changed lines, each with an equal one before and after it. */
export const TextDifference = z.object({
  number: z.int(),
  title: z.string(),
  lines: z.array(LineDifference),
});
export type TextDifference = z.infer<typeof TextDifference>;

export const ReportComparison = z.object({
  /** The grand total first; then by direction, organisation and fund. */
  money: z.array(MoneyLine),
  activityCount: z.object({ before: z.int(), after: z.int() }),
  indicators: z.array(CountLine),
  rows: z.array(RowDifference),
  texts: z.array(TextDifference),
});
export type ReportComparison = z.infer<typeof ReportComparison>;

/** Milliseconds since 1970, within what a date can be. */
const moment = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .refine((time) => time <= 8_640_000_000_000_000);

/** Each side is a report and a moment of it; absent: the report of the address, and as it stands. */
export const ComparisonQuery = z.object({
  beforeReport: ReportId.optional(),
  beforeTime: moment.optional(),
  afterReport: ReportId.optional(),
  afterTime: moment.optional(),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

export const ComparedSide = z.object({
  reportId: ReportId,
  year: z.int(),
  title: z.string(),
  /** Milliseconds; null: as it stands. */
  time: z.int().nullable(),
  /** Nothing had been written by then. */
  isBlank: z.boolean(),
  /** The moment has not come: the report is shown as it stands. */
  isFuture: z.boolean(),
});
export type ComparedSide = z.infer<typeof ComparedSide>;

/** Row differences that one answer holds; the counts tell of all. */
export const maxRowDifferences = 5_000;

export const ComparisonAnswer = z.object({
  before: ComparedSide,
  after: ComparedSide,
  rowCounts: z.object({ added: z.int(), removed: z.int(), changed: z.int() }),
  comparison: ReportComparison,
});
export type ComparisonAnswer = z.infer<typeof ComparisonAnswer>;

export const MomentsQuery = z.object({ before: moment.optional() });
export type MomentsQuery = z.infer<typeof MomentsQuery>;

/** A moment worth choosing. Other kinds may come beside the sessions of work that the journal tells of. */
export const Moment = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('session'),
    /** The first and the last change of an unbroken stretch of work, in milliseconds. */
    startTime: z.int(),
    endTime: z.int(),
    changeCount: z.int(),
    /** Who took part, most changes first; null is the server itself. */
    people: z.array(z.string().nullable()),
  }),
]);
export type Moment = z.infer<typeof Moment>;

export const MomentsAnswer = z.object({
  /** The latest first. */
  moments: z.array(Moment),
  /** To be given as `before` for those that went before; null when these are all. */
  next: z.int().nullable(),
});
export type MomentsAnswer = z.infer<typeof MomentsAnswer>;
