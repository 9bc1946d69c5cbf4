import type { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import type { Fund } from '../model/rows.ts';

/** Exact sums of one slice, in kopiykas. `rowCount` is how many expenditure rows are behind them. */
export type MoneySums = {
  plannedMinor: bigint;
  actualMinor: bigint;
  rowCount: number;
};

/** An indicator's number, for the whole report and for each organisation that has a row of it. */
export type IndicatorTotal = {
  value: number;
  rowCount: number;
  byOrganisation: ReadonlyMap<OrganisationId, { value: number; rowCount: number }>;
};

/**
 * All derived numbers of a report. Rows without a direction count in `grand` and in
 * `withoutDirection`, so that directions + withoutDirection = grand, always. Keys that have no rows
 * are absent.
 */
export type Totals = {
  grand: MoneySums;
  withoutDirection: MoneySums;
  byDirection: ReadonlyMap<DirectionId, MoneySums>;
  byOrganisation: ReadonlyMap<OrganisationId, MoneySums>;
  byDirectionOrganisation: ReadonlyMap<DirectionId, ReadonlyMap<OrganisationId, MoneySums>>;
  byFund: ReadonlyMap<Fund, MoneySums>;
  byKpkvk: ReadonlyMap<string, MoneySums>;
  byKekv: ReadonlyMap<string, MoneySums>;
  indicators: ReadonlyMap<IndicatorId, IndicatorTotal>;
  /** Activity rows by direction. */
  activityCounts: ReadonlyMap<DirectionId, number>;
  activityCount: number;
};

export const noMoney: MoneySums = { plannedMinor: 0n, actualMinor: 0n, rowCount: 0 };
