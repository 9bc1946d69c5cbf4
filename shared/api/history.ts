import { z } from 'zod';
import { Author } from '../model/author.ts';
import { ExtraField } from '../model/extraField.ts';
import { FieldName } from '../model/fieldName.ts';
import { DirectionId, OrganisationId, RowId, UserId } from '../model/ids.ts';
import {
  type ActivityRow,
  ActivityValues,
  activityFieldNames,
  type ExpenditureRow,
  ExpenditureValues,
  expenditureFieldNames,
  tableKinds,
} from '../model/rows.ts';
import { Problem } from './contract.ts';

/** Bodies of the routes that tell who changed what: newest first, from the journal. */

export const HistoryField = FieldName;
export type HistoryField = FieldName;

/** Milliseconds since 1970, within what a date can be. */
const moment = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number)
  .refine((time) => time <= 8_640_000_000_000_000);

/** Changes of one answer. */
export const historyPageSize = 60;

/** Everything that is absent narrows nothing. A row is named within its organisation, a cell within its row. */
export const HistoryQuery = z
  .object({
    organisation: OrganisationId.optional(),
    row: RowId.optional(),
    field: HistoryField.optional(),
    person: UserId.optional(),
    /** Leaves out what this person did. */
    except: UserId.optional(),
    /** The first moment, and the first that is too late. */
    from: moment.optional(),
    to: moment.optional(),
    /** The `next` of the answer before. */
    after: z
      .string()
      .regex(/^\d{1,16}(\.[A-Za-z0-9_-]{1,40}){3}\.[A-Za-z0-9:_-]{0,50}$/)
      .optional(),
  })
  .refine(({ organisation, row, field }) => {
    return (row === undefined || organisation !== undefined) && (field === undefined || row !== undefined);
  });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const HistoryChange = z.object({
  organisationId: OrganisationId,
  rowId: RowId,
  table: z.enum(tableKinds),
  /** Null for a row that came or went as a whole: one side is then null, the other all it held. */
  field: HistoryField.nullable(),
  /** As stored, and believed by nobody before it is read like a cell; null for an empty one. */
  before: z.unknown(),
  after: z.unknown(),
  /** Milliseconds, by the server's clock. */
  time: z.int(),
  /** Its number in the journal of the sheet. */
  sequence: z.int(),
  author: Author,
});
export type HistoryChange = z.infer<typeof HistoryChange>;

/** A row that is not there any more, as it was last. */
export const GoneRow = z.object({
  organisationId: OrganisationId,
  rowId: RowId,
  table: z.enum(tableKinds),
  time: z.int(),
  author: Author,
  stored: z.unknown(),
});
export type GoneRow = z.infer<typeof GoneRow>;

export const HistoryAnswer = z.object({
  /** The latest first. */
  changes: z.array(HistoryChange),
  /** Of the rows of these changes those that are gone. */
  gone: z.array(GoneRow),
  /** Who has ever written into a sheet of the report. */
  people: z.array(z.object({ userId: UserId, name: z.string().nullable() })),
  /** To be given as `after` for those that went before; null when these are all. */
  next: z.string().nullable(),
});
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

/**
 * What may be wrong: with an entry itself, with a whole state of a document that is kept beside the journal, with
 * what is told about an entry, with whose somebody's words are said to be, or with a step (its note, time, author).
 */
export const journalProblems = [
  'missing',
  'changed',
  'unreadable',
  'snapshot-ahead',
  'snapshot-damaged',
  'state-changed',
  'history-changed',
  'owner-changed',
  'step-changed',
] as const;
export type JournalProblemKind = (typeof journalProblems)[number];

/** One place where the journal is not what was written: `sequence` is the entry to look at, or that should be there. */
export const JournalProblem = z.object({
  document: z.discriminatedUnion('type', [
    z.object({ type: z.literal('sheet'), organisationId: OrganisationId }),
    z.object({ type: z.literal('narrative'), directionId: DirectionId }),
    /** A step by which it was finalised or reopened: `sequence` is its number. */
    z.object({ type: z.literal('report') }),
    /** Under a name that nothing of any report has. */
    z.object({ type: z.literal('other'), name: z.string() }),
  ]),
  sequence: z.int(),
  problem: z.enum(journalProblems),
  /** Milliseconds and author of that entry as it stands; null where it cannot be read. */
  entry: z.object({ time: z.int(), author: Author }).nullable(),
});
export type JournalProblem = z.infer<typeof JournalProblem>;

/** GET journal check: every hash of every sheet and text of the report, computed anew. */
export const JournalCheckAnswer = z.object({
  documents: z.int(),
  entries: z.int(),
  /** Steps of sheets and of the report, and those of them that were taken before steps were bound by a hash. */
  steps: z.int(),
  unboundSteps: z.int(),
  problems: z.array(JournalProblem),
});
export type JournalCheckAnswer = z.infer<typeof JournalCheckAnswer>;

/** The same as it goes on: how many documents are done, then the answer, or why there is none. */
export const JournalCheckLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('answer'), answer: JournalCheckAnswer }),
  z.object({ type: z.literal('problem'), problem: Problem }),
]);
export type JournalCheckLine = z.infer<typeof JournalCheckLine>;

/** GET past rows: milliseconds; a moment to come is what stands. */
export const PastRowsQuery = z.object({ time: moment });
export type PastRowsQuery = z.infer<typeof PastRowsQuery>;

const rowBase = {
  id: RowId,
  organisationId: OrganisationId,
  order: z.string(),
};
const Flaw = z.object({
  code: z.enum(['wrong-type', 'newer-version', 'no-option', 'no-column']),
  raw: z.string(),
});

/** A value of an added column: zod has no word for keys that begin in one way beside keys that are named. */
const ExtraCell = z.union([z.string(), z.number(), z.null()]);

/** A row as every reader reads it: values that fit their fields, and flaws where they did not. */
const PastRow = z.discriminatedUnion('kind', [
  z.object({
    ...rowBase,
    kind: z.literal('activity'),
    values: ActivityValues.catchall(ExtraCell) as unknown as z.ZodType<ActivityRow['values']>,
    flaws: z.partialRecord(z.union([z.enum(activityFieldNames), ExtraField]), Flaw),
  }),
  z.object({
    ...rowBase,
    kind: z.literal('expenditure'),
    values: ExpenditureValues.catchall(ExtraCell) as unknown as z.ZodType<ExpenditureRow['values']>,
    flaws: z.partialRecord(z.union([z.enum(expenditureFieldNames), ExtraField]), Flaw),
  }),
]);

export const PastRowsAnswer = z.object({
  /** Sheet by sheet in the order of the report. */
  rows: z.array(PastRow),
});
export type PastRowsAnswer = z.infer<typeof PastRowsAnswer>;
