import type { PlanModel, PlanSums } from '#shared/report/PlanModel.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { count, type ExpectedCell, money, percent, text } from '../ExpectedTable.ts';

/** One line of a table of all totals: where it belongs, and what it comes to. */
export type TotalRow = {
  /** A number, or null for what is in no direction, or of none. */
  direction: number | null;
  organisationId: string | null;
  code: string | null;
  sums: MoneyModel | null;
  value: number | null;
  printed: string | null;
  /** Of a line of the approved plan. */
  approvedMinor: bigint | null;
};

const none: TotalRow = {
  direction: null,
  organisationId: null,
  code: null,
  sums: null,
  value: null,
  printed: null,
  approvedMinor: null,
};

/** Every total of the report, in the order in which CSV and open data have to hold them. */
export function listTotals({ directions, totals, plan }: ReportModel): TotalRow[] {
  const numbers = new Map<string | null, number>(directions.map(({ id, number }) => [id, number]));
  return [
    { ...none, sums: totals.grand },
    ...directions.map(({ number, money: sums }) => ({ ...none, direction: number, sums })),
    ...(totals.withoutDirection ? [{ ...none, sums: totals.withoutDirection }] : []),
    ...totals.byOrganisation.map(({ organisation: { id }, money: sums }) => ({
      ...none,
      organisationId: id,
      sums,
    })),
    ...totals.matrix.map(({ directionId, organisationId, money: sums }) => ({
      ...none,
      direction: numbers.get(directionId) ?? null,
      organisationId,
      sums,
    })),
    ...totals.byFund.map(({ fund, money: sums }) => ({ ...none, code: fund, sums })),
    ...[...totals.byKpkvk, ...totals.byKekv].map(({ code, money: sums }) => ({ ...none, code, sums })),
    ...totals.indicators.flatMap(({ directionNumber, key, value, text: printed, byOrganisation }) => [
      { ...none, direction: directionNumber, code: key, value, printed },
      ...byOrganisation.map((share) => ({
        ...none,
        direction: directionNumber,
        organisationId: share.organisationId,
        code: key,
        value: share.value,
      })),
    ]),
    ...(plan === null ? [] : listPlan(plan)),
  ];
}

function listPlan({ lines, outside, grand }: PlanModel): TotalRow[] {
  const sumsOf = ({ money: sums, approvedMinor }: PlanSums) => ({ sums, approvedMinor });
  return [
    ...lines.map((line) => ({
      ...none,
      direction: line.direction.number,
      organisationId: line.organisation.id,
      code: [line.fund, line.kpkvk, line.kekv].join('/'),
      ...sumsOf(line),
    })),
    ...(outside === null ? [] : [{ ...none, ...sumsOf(outside) }]),
    { ...none, ...sumsOf(grand) },
  ];
}

/** Organisation, code, planned, actual, deviation, per cent, rows, value, text. */
export function expectTotal({ organisationId, code, sums, value, printed }: TotalRow): ExpectedCell[] {
  return [
    text(organisationId),
    text(code),
    money(sums?.plannedMinor ?? null),
    money(sums?.actualMinor ?? null),
    money(sums?.deviationMinor ?? null),
    percent(sums?.percentTenths ?? null),
    count(sums?.rowCount ?? null),
    count(value),
    text(printed),
  ];
}

/** The column that the totals of a report with an approved plan have besides. */
export function expectApproved({ plan }: ReportModel, row: TotalRow): ExpectedCell[] {
  return plan === null ? [] : [money(row.approvedMinor)];
}
