import type { DirectionId, IndicatorId, OrganisationId, ReportId, RowId } from '../model/ids.ts';
import type {
  ActivityField,
  ActivityValues,
  ExpenditureField,
  ExpenditureValues,
  Fund,
} from '../model/rows.ts';
import type { Aggregation, OrganisationKind } from '../model/structure.ts';

/**
 * A whole report, ready to be printed: what every exporter and the report page take. It holds no
 * functions and no class instances, so it can be sent to another thread. Texts meant for print are
 * Ukrainian, the language of the document, whatever the language of the reader.
 */
export type ReportModel = {
  meta: ReportMeta;
  /** By number. */
  directions: DirectionModel[];
  /** In the order of the report; after them any that have rows but take no part in the report. */
  organisations: OrganisationModel[];
  /** By direction, organisation and place in the sheet; rows without a direction last. */
  activities: ActivityLine[];
  expenditures: ExpenditureLine[];
  totals: TotalsModel;
};

export type ReportMeta = {
  reportId: ReportId;
  year: number;
  title: string;
  programmeTitle: string;
  community: string;
  /** «2017–2022». */
  programmeYears: string;
  signatoryPosition: string;
  /** What an example has to say about itself; null for a real report. */
  exampleNote: string | null;
};

/** Sums of one slice with everything derived from them. */
export type MoneyModel = {
  plannedMinor: bigint;
  actualMinor: bigint;
  /** Actual less planned. */
  deviationMinor: bigint;
  /** Actual of planned in tenths of a per cent; null when nothing was planned. */
  percentTenths: number | null;
  /** Expenditure rows behind it. */
  rowCount: number;
  /** The actual sum as printed: `437 603,56 грн`, with no-break spaces. */
  actualText: string;
};

export type DirectionModel = {
  id: DirectionId;
  number: number;
  title: string;
  money: MoneyModel;
  activityCount: number;
  indicators: IndicatorModel[];
};

export type IndicatorModel = {
  id: IndicatorId;
  /** Position among all indicators of the report, from 1. */
  position: number;
  directionId: DirectionId;
  /** Null when its direction is not there any more. */
  directionNumber: number | null;
  key: string;
  title: string;
  aggregation: Aggregation;
  /** How deep it is nested as an "of which" part: 0 for a whole. */
  depth: number;
  value: number;
  /** Number and noun that agree: `13 пленарних засідань`, `понад 90 заходів`. */
  text: string;
  rowCount: number;
  /** Organisations that have rows of it, in the order of the report. */
  byOrganisation: { organisationId: OrganisationId; shortName: string; value: number }[];
};

export type OrganisationModel = {
  id: OrganisationId;
  /** Place in the report, from 1. */
  position: number;
  name: string;
  shortName: string;
  /** Null when it takes no part in the report (any more). */
  kind: OrganisationKind | null;
};

type LineBase = {
  rowId: RowId;
  /** Null without a direction, and for one that is not in the report. */
  direction: { id: DirectionId; number: number; title: string } | null;
  organisation: OrganisationModel;
};

export type ActivityLine = LineBase & {
  kind: 'activity';
  indicator: { id: IndicatorId; position: number; key: string; title: string } | null;
  values: ActivityValues;
  /** What stands in a cell that could not be read; its value is null. */
  unreadable: Partial<Record<ActivityField, string>>;
};

export type ExpenditureLine = LineBase & {
  kind: 'expenditure';
  values: ExpenditureValues;
  unreadable: Partial<Record<ExpenditureField, string>>;
};

export type TotalsModel = {
  grand: MoneyModel;
  /** Null while no expenditure is without a direction. */
  withoutDirection: MoneyModel | null;
  byOrganisation: { organisation: OrganisationModel; money: MoneyModel }[];
  /** Only cells that have rows. */
  matrix: { directionId: DirectionId | null; organisationId: OrganisationId; money: MoneyModel }[];
  /** In the order of the codes; rows without the code are in none of them. */
  byFund: { fund: Fund; money: MoneyModel }[];
  byKpkvk: { code: string; money: MoneyModel }[];
  byKekv: { code: string; money: MoneyModel }[];
  /** By direction, each part after its whole. */
  indicators: IndicatorModel[];
  activityCount: number;
};
