import { z } from 'zod';
import { ProgrammeId, ReportId } from '../model/ids.ts';
import { Organisation, Programme, Report } from '../model/structure.ts';
import { ProgrammeFields } from '../structure/changeProgramme.ts';

/** Bodies of the routes that set a city up; their paths stand in `apiPaths`. */

/** GET organisations: by kind, then by name. */
export const OrganisationList = z.object({ organisations: z.array(Organisation) });
export type OrganisationList = z.infer<typeof OrganisationList>;

/** PATCH organisations: the one that was added or changed as it stands; null when it was removed. */
export const OrganisationAnswer = z.object({ organisation: Organisation.nullable() });
export type OrganisationAnswer = z.infer<typeof OrganisationAnswer>;

export const ProgrammeList = z.object({ programmes: z.array(Programme) });
export type ProgrammeList = z.infer<typeof ProgrammeList>;

export const ProgrammeParams = z.object({ programmeId: ProgrammeId });

/** PATCH programme: `from` is what stood there for whoever changes it. */
export const ProgrammeChangeRequest = z.object({ from: ProgrammeFields, to: ProgrammeFields });
export type ProgrammeChangeRequest = z.infer<typeof ProgrammeChangeRequest>;

export const ProgrammeAnswer = z.object({ programme: Programme });
export type ProgrammeAnswer = z.infer<typeof ProgrammeAnswer>;

/** POST reports: a report with nothing in it, or with the structure of another one. */
export const ReportCreateRequest = z.object({
  programme: z.discriminatedUnion('is', [
    z.object({ is: z.literal('there'), programmeId: ProgrammeId }),
    z
      .object({ is: z.literal('new') })
      .extend(Programme.pick({ title: true, community: true, periodStart: true, periodEnd: true }).shape)
      .refine(({ periodStart, periodEnd }) => periodStart <= periodEnd, { path: ['periodEnd'] }),
  ]),
  year: Report.shape.year,
  title: Report.shape.title,
  signatoryPosition: Report.shape.signatoryPosition,
  signatoryName: Report.shape.signatoryName,
  /** Absent for that of the report it is made after; hryvnias without one. */
  unit: Report.shape.unit,
  /** Whose directions, indicators, organisations and responsibilities it takes over; never the rows. */
  from: z
    .object({
      reportId: ReportId,
      /** The text of each direction, with its figures live on the new report. */
      withTexts: z.boolean(),
      /** The approved plan, with its amounts. */
      withPlan: z.boolean().default(false),
      /** Everybody's part in it. */
      withPeople: z.boolean(),
    })
    .nullable(),
});
export type ReportCreateRequest = z.infer<typeof ReportCreateRequest>;

export const ReportCreateAnswer = z.object({ reportId: ReportId });
export type ReportCreateAnswer = z.infer<typeof ReportCreateAnswer>;

/** POST of an import: the file as text, once to look at what it would do and once to do it. */
export const ImportRequest = z.object({
  csv: z.string().max(4_000_000),
  /** Null only looks; otherwise the `basis` of what was looked at: refused when something has changed since. */
  basis: z.string().max(64).nullable(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** A line of the file that cannot be taken: `line` is that of the file, from 1; `value` what stands there. */
export const ImportProblem = z.object({
  line: z.int().positive(),
  code: z.string(),
  column: z.string(),
  value: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportAnswer = z.object({
  /** True when it was written; with a problem nothing is. */
  isWritten: z.boolean(),
  basis: z.string(),
  lineCount: z.int(),
  /** Counts, and the first of each by name with the line that names it. */
  added: z.object({ count: z.int(), first: z.array(z.object({ line: z.int(), title: z.string() })) }),
  changed: z.object({ count: z.int(), first: z.array(z.object({ line: z.int(), title: z.string() })) }),
  sameCount: z.int(),
  problemCount: z.int(),
  /** The first two hundred. */
  problems: z.array(ImportProblem),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
