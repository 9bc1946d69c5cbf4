import { z } from 'zod';
import { ReportUnit } from '../money/reportUnit.ts';
import { BudgetLine } from './budget.ts';
import { ExtraColumn } from './columns.ts';
import { Correction } from './correction.ts';
import { Edrpou } from './edrpou.ts';
import { DirectionId, IndicatorId, OrganisationId, ProgrammeId, ReportId } from './ids.ts';
import { optionalLine, typedLine } from './typedText.ts';

const name = typedLine(500);

/** `YYYY-MM-DD`, a day that exists. */
export const CalendarDate = z.iso.date();

/** A decision that changed a programme after it was approved. */
export const ProgrammeAmendment = z.object({
  number: typedLine(100),
  date: CalendarDate,
  /** What it concerned: «Обсяги фінансування на 2021 рік». */
  subject: optionalLine(500),
});
export type ProgrammeAmendment = z.infer<typeof ProgrammeAmendment>;

export const Programme = z.object({
  id: ProgrammeId,
  title: name,
  /** The community whose programme it is, as printed: «м. Кривий Ріг». */
  community: name,
  periodStart: CalendarDate,
  periodEnd: CalendarDate,
  /** Of the decision that approved it, as open data names the programme by; absent while unknown. */
  decisionNumber: typedLine(100).optional(),
  decisionDate: CalendarDate.optional(),
  /** The oldest first; absent while there are none. */
  amendments: z.array(ProgrammeAmendment).max(100).optional(),
});
export type Programme = z.infer<typeof Programme>;

export const Report = z.object({
  id: ReportId,
  programmeId: ProgrammeId,
  year: z.int().min(1991).max(2200),
  title: name,
  /** Position of who signs, as printed beside the place to sign; empty while it is not set. */
  signatoryPosition: optionalLine(500),
  /** Their name as printed: «Олена КОВАЛЕНКО»; empty while it is not set, and a line is printed to write it on. */
  signatoryName: optionalLine(200),
  /** True when the counts are invented to illustrate: every page and export then says so. */
  isExample: z.boolean(),
  /** The last day on which sheets are expected to be submitted; absent while there is none. */
  deadline: CalendarDate.optional(),
  /** In what its tables and totals are printed; absent for hryvnias. */
  unit: ReportUnit.optional(),
  /** Which version was made of it when it was closed, and when; absent while the report is open. */
  finalised: z.object({ version: z.int().positive(), at: z.iso.datetime() }).optional(),
});
export type Report = z.infer<typeof Report>;

/** An open report is written; of a finalised one the files are made, and nobody changes anything. */
export const ReportStatus = z.enum(['open', 'finalised']);
export type ReportStatus = z.infer<typeof ReportStatus>;

export function readReportStatus({ finalised }: Pick<Report, 'finalised'>): ReportStatus {
  return finalised === undefined ? 'open' : 'finalised';
}

export function readReportUnit({ unit }: Pick<Report, 'unit'>): ReportUnit {
  return unit ?? 'uah';
}

/** What whoever manages a report may say about it; null takes the decision's number or day, or the deadline, away. */
export const ReportProperties = Report.pick({
  title: true,
  signatoryPosition: true,
  signatoryName: true,
}).extend({
  decisionNumber: Programme.shape.decisionNumber.unwrap().nullable(),
  decisionDate: CalendarDate.nullable(),
  deadline: CalendarDate.nullable(),
  unit: ReportUnit,
});
export type ReportProperties = z.infer<typeof ReportProperties>;

/** Absent keys stay as they are. */
export const ReportPropertiesChange = ReportProperties.partial();
export type ReportPropertiesChange = z.infer<typeof ReportPropertiesChange>;

export const Direction = z.object({
  id: DirectionId,
  reportId: ReportId,
  number: z.int().min(1).max(99),
  title: name,
});
export type Direction = z.infer<typeof Direction>;

/** How an indicator's quantities become one number. `latest` is a level: the newest row counts, not the sum. */
export const Aggregation = z.enum(['sum', 'latest', 'count', 'distinct']);
export type Aggregation = z.infer<typeof Aggregation>;

/** Ukrainian noun after a number: 1 засідання, 2 засідання, 5 засідань. */
export const NounForms = z.object({ one: name, few: name, many: name });
export type NounForms = z.infer<typeof NounForms>;

export const Indicator = z.object({
  id: IndicatorId,
  reportId: ReportId,
  directionId: DirectionId,
  /** Stable latin key for exports and scripts: `people-honoured`. */
  key: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** What is counted, as a column or row heading. */
  title: name,
  forms: NounForms,
  aggregation: Aggregation,
  /** Printed as «понад N», N rounded down to a multiple of this step; null prints the exact number. */
  overStep: z.int().positive().nullable(),
  /** The indicator this one is an "of which" part of. */
  partOf: IndicatorId.nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

export const OrganisationKind = z.enum(['executive', 'department', 'district']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const Organisation = z.object({
  id: OrganisationId,
  name,
  shortName: name,
  kind: OrganisationKind,
  /** Absent while unknown. */
  edrpou: Edrpou.optional(),
});
export type Organisation = z.infer<typeof Organisation>;

export const SheetStatus = z.enum(['draft', 'submitted', 'accepted', 'returned']);
export type SheetStatus = z.infer<typeof SheetStatus>;

/** Its editors write in it, and have still to submit it; otherwise it is the coordinator’s. */
export function isOpenForEditors(status: SheetStatus): boolean {
  return status === 'draft' || status === 'returned';
}

/** The governed side of a sheet; its rows live in the Yjs document of the same report and organisation. */
export const Sheet = z.object({
  organisationId: OrganisationId,
  status: SheetStatus,
});
export type Sheet = z.infer<typeof Sheet>;

/** That an organisation writes the text of a direction. */
export const Responsibility = z.object({ directionId: DirectionId, organisationId: OrganisationId });
export type Responsibility = z.infer<typeof Responsibility>;

/** All that is governed about one report: what totals, grid and exports need besides the rows. */
export const ReportStructure = z.object({
  report: Report,
  programme: Programme,
  /** By number. */
  directions: z.array(Direction),
  /** By direction, then in the order they are printed. */
  indicators: z.array(Indicator),
  /** In the order of the report: the city's executive committee, departments, districts. */
  organisations: z.array(Organisation),
  sheets: z.array(Sheet),
  /** By direction, the first one named first. */
  responsibilities: z.array(Responsibility),
  /** The approved plan, by direction, organisation, fund and codes; empty while there is none. */
  budget: z.array(BudgetLine),
  /** Those that were added to the two tables, each table's in their order. */
  columns: z.array(ExtraColumn),
  /** What is added to the totals beside the rows, in the order of the coordinator; empty while there is nothing. */
  corrections: z.array(Correction),
});
export type ReportStructure = z.infer<typeof ReportStructure>;
