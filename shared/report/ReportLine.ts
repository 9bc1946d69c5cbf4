import type { ExtraField, ExtraValues } from '../model/extraField.ts';
import type { DirectionId, IndicatorId, OrganisationId, RowId } from '../model/ids.ts';
import type { ActivityField, ActivityValues, ExpenditureField, ExpenditureValues } from '../model/rows.ts';
import type { OrganisationKind } from '../model/structure.ts';
import type { LastChange } from './LastChange.ts';

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
  /** Null where nobody asked the journal, and for a row that it does not know. */
  lastChange: LastChange | null;
};

export type ActivityLine = LineBase & {
  kind: 'activity';
  indicator: { id: IndicatorId; position: number; key: string; title: string } | null;
  values: ActivityValues & ExtraValues;
  /** What stands in a cell that could not be read; its value is null. */
  unreadable: Partial<Record<ActivityField | ExtraField, string>>;
};

export type ExpenditureLine = LineBase & {
  kind: 'expenditure';
  /** Of its line in the approved plan; null where none is its own. */
  planPosition: number | null;
  values: ExpenditureValues & ExtraValues;
  unreadable: Partial<Record<ExpenditureField | ExtraField, string>>;
};
