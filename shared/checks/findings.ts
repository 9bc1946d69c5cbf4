import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import type { Finding } from './Finding.ts';
import { findDateOutsideYear } from './findDateOutsideYear.ts';
import { findDeviationWithoutReason } from './findDeviationWithoutReason.ts';
import { findDuplicateRows } from './findDuplicateRows.ts';
import { findFlawedCells } from './findFlawedCells.ts';
import { findKpkvkFormat } from './findKpkvkFormat.ts';
import { findMissingQuantity } from './findMissingQuantity.ts';
import { findPartsOverWhole } from './findPartsOverWhole.ts';

/**
 * Everything the checks have to say about a report: about totals first, then row by row in the
 * order given, then about rows taken together. Each check stands in a file of its own. Rules CHK-1
 * to CHK-9.
 */
export function computeFindings(structure: ReportStructure, rows: readonly Row[], totals: Totals): Finding[] {
  const aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));
  const findings = findPartsOverWhole(structure, totals);
  for (const row of rows) {
    findings.push(
      ...findFlawedCells(row),
      ...findDeviationWithoutReason(row),
      ...findKpkvkFormat(row),
      ...findDateOutsideYear(row, structure.report.year),
      ...findMissingQuantity(row, aggregations),
    );
  }
  return findings.concat(findDuplicateRows(rows));
}
