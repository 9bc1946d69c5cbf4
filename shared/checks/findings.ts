import { columnSetOf } from '../model/columns.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import type { Finding } from './Finding.ts';
import { findBelowZero } from './findBelowZero.ts';
import { buildBudgetRowCheck, findBudgetDifferences } from './findBudget.ts';
import { findDateOutsideYear } from './findDateOutsideYear.ts';
import { findDeviationWithoutReason } from './findDeviationWithoutReason.ts';
import { findDuplicateRows } from './findDuplicateRows.ts';
import { findFlawedCells } from './findFlawedCells.ts';
import { findKpkvkFormat } from './findKpkvkFormat.ts';
import { findMissingQuantity } from './findMissingQuantity.ts';
import { findMissingRequired } from './findMissingRequired.ts';
import { findPartsOverWhole } from './findPartsOverWhole.ts';

/**
 * Everything the checks have to say about a report: about totals first, then row by row in the
 * order given, then about rows taken together. Each check stands in a file of its own. Rules CHK-1
 * to CHK-9.
 */
export function computeFindings(structure: ReportStructure, rows: readonly Row[], totals: Totals): Finding[] {
  const check = buildRowCheck(structure);
  return [
    ...findBelowZero(structure, totals),
    ...findPartsOverWhole(structure, totals),
    ...findBudgetDifferences(structure, rows),
    ...rows.flatMap(check),
    ...findDuplicateRows(rows),
  ];
}

/** The checks that look at one row by itself, prepared once for many. */
export function buildRowCheck(
  structure: Pick<ReportStructure, 'indicators' | 'report' | 'directions' | 'budget' | 'columns'>,
): (row: Row) => Finding[] {
  const aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));
  const { year } = structure.report;
  const checkBudget = buildBudgetRowCheck(structure);
  const columns = columnSetOf(structure);
  return (row) => [
    ...findFlawedCells(row),
    ...findDeviationWithoutReason(row),
    ...findKpkvkFormat(row),
    ...findDateOutsideYear(row, year),
    ...findMissingQuantity(row, aggregations),
    ...checkBudget(row),
    ...findMissingRequired(row, columns),
  ];
}
