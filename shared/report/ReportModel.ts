import type { ExtraColumn } from '../model/columns.ts';
import type { ExtraField } from '../model/extraField.ts';
import type { DirectionId, IndicatorId, OrganisationId, ReportId } from '../model/ids.ts';
import type { Fund } from '../model/rows.ts';
import type { Aggregation, Programme } from '../model/structure.ts';
import type { ReportUnit } from '../money/reportUnit.ts';
import type { FindingModel } from './FindingModel.ts';
import type { PlanModel } from './PlanModel.ts';
import type { ActivityLine, ExpenditureLine, MoneyModel, OrganisationModel } from './ReportLine.ts';
import type { TextBlock } from './TextModel.ts';

/**
 * A whole report, ready to be printed: what every exporter and the report page take. It holds no
 * functions and no class instances, so it can be sent to another process. Texts meant for print are
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
  /** Null while there is no approved plan. */
  plan: PlanModel | null;
  /** What was added to the two tables, each table's in their order. */
  columns: ColumnModel[];
  /** What the checks of rows, totals and text have found, the worst first. */
  findings: FindingModel[];
};

export type ReportMeta = {
  reportId: ReportId;
  year: number;
  title: string;
  programme: Programme;
  programmeTitle: string;
  /** What approved the programme and changed it since; null while that is not known. */
  decisionText: string | null;
  community: string;
  /** «2017–2022». */
  programmeYears: string;
  /** In what tables and totals are printed, in files for people. */
  unit: ReportUnit;
  signatoryPosition: string;
  /** Empty while it is not set. */
  signatoryName: string;
  /** What an example has to say about itself; null for a real report. */
  exampleNote: string | null;
};

export type ColumnModel = Pick<ExtraColumn, 'id' | 'table' | 'title' | 'kind' | 'options' | 'isRequired'> & {
  field: ExtraField;
  /** Kopiykas of money, thousandths of a number; null where nothing adds up. */
  sum: bigint | null;
};

export type DirectionModel = {
  id: DirectionId;
  number: number;
  title: string;
  money: MoneyModel;
  activityCount: number;
  indicators: IndicatorModel[];
  /** What the direction's authors wrote, its figures filled in; empty while nobody has. */
  text: TextBlock[];
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
