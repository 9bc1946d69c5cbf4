import { buildCorrectionRows, isCorrectionRow } from '../corrections/correctionRows.ts';
import type { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import type { Fund, Row } from '../model/rows.ts';
import { countsFor } from './indicatorRows.ts';
import { buildRowMatch } from './matchRow.ts';
import type { TotalsStructure } from './TotalsEngine.ts';

/** Names one number of the totals. An absent key does not narrow; all present ones must hold. */
export type TotalSelection = {
  measure: 'money' | 'indicator' | 'activities';
  /** Null: rows without a direction, or with one the report does not have. */
  directionId?: DirectionId | null;
  organisationId?: OrganisationId;
  indicatorId?: IndicatorId;
  fund?: Fund;
  kpkvk?: string;
  kekv?: string;
};

/**
 * The rows behind a number, in the order given, then the corrections in it: expenditures for `money`,
 * activities for `activities`, those that count for the indicator (or for any) for `indicator`. Counting
 * these rows alone, with no other corrections, gives the number again. The structure says which directions and indicators there are.
 */
export function selectRows(
  rows: Iterable<Row>,
  selection: TotalSelection,
  structure: TotalsStructure,
): Row[] {
  const matches = buildRowMatch(selection, structure);
  const aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));

  function isBehind(row: Row): boolean {
    if (!matches(row)) return false;
    if (row.kind === 'expenditure') return selection.measure === 'money';
    if (selection.measure === 'activities') return !isCorrectionRow(row);
    const { indicatorId } = row.values;
    if (selection.measure !== 'indicator' || indicatorId === null) return false;
    if (selection.indicatorId !== undefined && indicatorId !== selection.indicatorId) return false;
    const aggregation = aggregations.get(indicatorId);
    return aggregation !== undefined && countsFor(aggregation, row);
  }

  return [...rows, ...buildCorrectionRows(structure)].filter(isBehind);
}
