import { formatCount, formatCountWithNoun } from '#shared/language/nouns.ts';
import type { Row } from '#shared/model/rows.ts';
import { type ReportStructure, readReportUnit } from '#shared/model/structure.ts';
import { formatWithUnit } from '#shared/money/formatMoney.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { readMoneySums } from './readMoneySums.ts';

/**
 * The number itself, as the panel prints it above its rows. It comes out of the totals, so that it is
 * the number that was opened; only a combination they do not keep is added up from its rows.
 */
export function printSelectionValue(
  structure: Pick<ReportStructure, 'indicators' | 'report'>,
  totals: Totals,
  rows: readonly Row[],
  selection: TotalSelection,
): string {
  if (selection.measure === 'money') {
    const sums = readMoneySums(totals, selection);
    const unit = readReportUnit(structure.report);
    if (sums !== null) return formatWithUnit(sums.actualMinor, unit);
    let actualMinor = 0n;
    for (const row of rows)
      if (row.kind === 'expenditure') actualMinor += BigInt(row.values.actualMinor ?? 0);
    return formatWithUnit(actualMinor, unit);
  }
  const indicator = structure.indicators.find(({ id }) => id === selection.indicatorId);
  if (selection.measure === 'activities' || !indicator) return formatCount(rows.length);
  const total = totals.indicators.get(indicator.id);
  if (selection.organisationId === undefined) return formatCountWithNoun(indicator, total?.value ?? 0);
  const share = total?.byOrganisation.get(selection.organisationId);
  return formatCountWithNoun({ forms: indicator.forms, overStep: null }, share?.value ?? 0);
}
