import { BudgetLedger, type BudgetStructure } from '../budget/BudgetLedger.ts';
import { type RowBudgetPlace, readBudgetPlace } from '../budget/budgetKey.ts';
import type { BudgetLine } from '../model/budget.ts';
import type { DirectionId } from '../model/ids.ts';
import type { ExpenditureRow, Row } from '../model/rows.ts';
import { formatMoney } from '../money/formatMoney.ts';
import type { MoneySums } from '../totals/Totals.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** Money was spent, and the approved plan has no line for it. Nothing is said while there is no plan at all. */
export function buildBudgetRowCheck(structure: BudgetStructure): (row: Row) => Finding[] {
  if (structure.budget.length === 0) return () => [];
  const ledger = new BudgetLedger(structure);
  const directions = new Set<DirectionId>(structure.directions.map(({ id }) => id));
  return (row) => {
    if (row.kind !== 'expenditure' || (row.values.actualMinor ?? 0) === 0) return [];
    return ledger.findKey(row) === null ? [buildWithoutLine(structure, directions, row)] : [];
  };
}

/** At the cell that has to be filled in first, or at the code that was probably mistaken. */
function buildWithoutLine(
  structure: BudgetStructure,
  directions: ReadonlySet<DirectionId>,
  row: ExpenditureRow,
): Finding {
  const place = readBudgetPlace(row, directions);
  const missing = (['directionId', 'fund', 'kpkvk', 'kekv'] as const).find((part) => place[part] === null);
  return buildRowFinding(row, {
    code: 'expenditure.no-budget-line',
    severity: 'error',
    field: missing ?? 'kekv',
    parameters: {
      actual: formatMoney(row.values.actualMinor ?? 0),
      ...buildPlaceParameters(structure, place),
    },
  });
}

/** What the rows of one line come to against it. */
export function checkBudgetLine(structure: BudgetStructure, line: BudgetLine, sums: MoneySums): Finding[] {
  const approved = BigInt(line.amountMinor);
  const build = (code: Finding['code'], severity: Finding['severity'], found: bigint): Finding => ({
    code,
    severity,
    organisationId: line.organisationId,
    rowId: null,
    field: null,
    indicatorId: null,
    budgetLine: {
      directionId: line.directionId,
      fund: line.fund,
      kpkvk: line.kpkvk,
      kekv: line.kekv,
    },
    parameters: {
      ...buildPlaceParameters(structure, line),
      approved: formatMoney(approved),
      found: formatMoney(found),
      difference: formatMoney(found > approved ? found - approved : approved - found),
    },
  });
  return [
    ...(sums.actualMinor > approved ? [build('budget.over-line', 'error', sums.actualMinor)] : []),
    ...(sums.plannedMinor === approved ? [] : [build('budget.other-planned', 'warning', sums.plannedMinor)]),
  ];
}

/** Every line against its rows, in the order of the plan. */
export function findBudgetDifferences(structure: BudgetStructure, rows: Iterable<Row>): Finding[] {
  const ledger = new BudgetLedger(structure);
  for (const row of rows) if (row.kind === 'expenditure') ledger.enter(row, 1);
  return [...ledger.lines].flatMap(([key, line]) => checkBudgetLine(structure, line, ledger.sumsOf(key)));
}

function buildPlaceParameters(
  { directions }: BudgetStructure,
  { directionId, fund, kpkvk, kekv }: Omit<RowBudgetPlace, 'organisationId'>,
): Record<'direction' | 'fund' | 'kpkvk' | 'kekv', string> {
  const number = directions.find(({ id }) => id === directionId)?.number;
  return {
    direction: String(number ?? '—'),
    fund: fund ?? '—',
    kpkvk: kpkvk ?? '—',
    kekv: kekv ?? '—',
  };
}
