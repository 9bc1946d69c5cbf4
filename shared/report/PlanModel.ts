import type { Fund } from '../model/rows.ts';
import type { MoneyModel, OrganisationModel } from './ReportLine.ts';

/**
 * The approved plan beside the rows. `money.plannedMinor` is what the rows plan, as everywhere in a report:
 * the approved amount is a number of its own, and stands in no deviation and no per cent of the rows.
 */
export type PlanModel = {
  /** In the order of the plan. */
  lines: PlanLineModel[];
  /** The rows that no line holds; null while there are none. */
  outside: PlanSums | null;
  /** Of all lines and of what is outside of them: `money` is the grand total of the report. */
  grand: PlanSums;
};

export type PlanSums = {
  approvedMinor: bigint;
  /** Of the rows. */
  money: MoneyModel;
  /** Approved less actual. */
  leftMinor: bigint;
  /** Actual of approved in tenths of a per cent; null when nothing was approved. */
  percentTenths: number | null;
};

export type PlanLineModel = PlanSums & {
  /** From 1; expenditures name their line by it. */
  position: number;
  direction: { number: number; title: string };
  organisation: OrganisationModel;
  fund: Fund;
  kpkvk: string;
  kekv: string;
};
