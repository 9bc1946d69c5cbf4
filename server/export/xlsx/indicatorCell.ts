import type { IndicatorModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell } from '../tables/Cell.ts';
import { countFormula } from './formulaCells.ts';
import type { SummaryCell } from './SummaryWriter.ts';
import { countIndicator, sumIndicator } from './summaryFormulas.ts';
import type { Layouts } from './TableLayout.ts';

/**
 * The number of an indicator, whose position stands in column A of the row: as a whole, or of the
 * organisation whose position stands in the given column. A latest value and a number of different ones
 * have no plain formula, so they stand as numbers.
 */
export function indicatorCell(
  { aggregation }: IndicatorModel,
  value: number,
  layouts: Layouts,
  row: number,
  organisationColumn: string | null = null,
): SummaryCell {
  const organisation = organisationColumn === null ? null : `${organisationColumn}${row}`;
  switch (aggregation) {
    case 'sum':
      return countFormula(sumIndicator(layouts.activities, `$A${row}`, organisation), value);
    case 'count':
      return countFormula(countIndicator(layouts, `$A${row}`, organisation), value);
    case 'latest':
    case 'distinct':
      return buildNumberCell(value);
  }
}
