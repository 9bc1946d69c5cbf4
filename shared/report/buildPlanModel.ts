import { BudgetLedger } from '../budget/BudgetLedger.ts';
import { printBudgetKey } from '../budget/budgetKey.ts';
import type { ExpenditureRow, Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { computePercentTenths } from '../money/ratio.ts';
import { must } from '../must.ts';
import type { MoneySums } from '../totals/Totals.ts';
import { buildMoneyModel } from './buildMoneyModel.ts';
import type { PlanModel, PlanSums } from './PlanModel.ts';
import type { OrganisationModel } from './ReportLine.ts';

/** The approved plan with what the rows come to under each line, and which line a row is under. */
export type FilledPlan = { plan: PlanModel; positionOf: (row: ExpenditureRow) => number | null };

/** Null while the report has no plan. `organisations` holds that of every line. */
export function buildPlanModel(
  structure: Pick<ReportStructure, 'directions' | 'budget'>,
  organisations: readonly OrganisationModel[],
  rows: Iterable<Row>,
  grand: MoneySums,
): FilledPlan | null {
  const { directions, budget } = structure;
  if (budget.length === 0) return null;
  const ledger = new BudgetLedger(structure);
  for (const row of rows) if (row.kind === 'expenditure') ledger.enter(row, 1);
  const positions = new Map(budget.map((line, index) => [printBudgetKey(line), index + 1]));
  const directionById = new Map(directions.map(({ id, number, title }) => [id, { number, title }]));
  const organisationById = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const approved = budget.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  const plan: PlanModel = {
    lines: budget.map((line, index) => ({
      position: index + 1,
      direction: must(directionById.get(line.directionId), 'the direction of a line of the plan'),
      organisation: must(organisationById.get(line.organisationId), 'the organisation of a line of the plan'),
      fund: line.fund,
      kpkvk: line.kpkvk,
      kekv: line.kekv,
      ...buildSums(BigInt(line.amountMinor), ledger.sumsOf(printBudgetKey(line))),
    })),
    outside: ledger.outside.rowCount === 0 ? null : buildSums(0n, ledger.outside),
    grand: buildSums(approved, grand),
  };
  return {
    plan,
    positionOf(row) {
      const key = ledger.findKey(row);
      return key === null ? null : (positions.get(key) ?? null);
    },
  };
}

function buildSums(approvedMinor: bigint, sums: MoneySums): PlanSums {
  const { actualMinor } = sums;
  return {
    approvedMinor,
    money: buildMoneyModel(sums),
    leftMinor: approvedMinor - actualMinor,
    percentTenths: computePercentTenths({ plannedMinor: approvedMinor, actualMinor }),
  };
}
