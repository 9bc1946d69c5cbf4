import type { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import type { Fund, Row } from '../model/rows.ts';
import { countsFor } from './indicatorRows.ts';
import { readCode } from './readCode.ts';
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
 * The rows behind a number, in the order given: expenditures for `money`, activities for
 * `activities`, those that count for the indicator (or for any) for `indicator`. Counting these
 * rows alone gives the number again. The structure says which directions and indicators there are.
 */
export function selectRows(
  rows: Iterable<Row>,
  selection: TotalSelection,
  structure: TotalsStructure,
): Row[] {
  const directions = new Set(structure.directions.map(({ id }) => id));
  const aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));

  function isBehind(row: Row): boolean {
    if (selection.organisationId !== undefined && row.organisationId !== selection.organisationId)
      return false;
    if (selection.directionId !== undefined) {
      const { directionId } = row.values;
      const known = directionId !== null && directions.has(directionId) ? directionId : null;
      if (known !== selection.directionId) return false;
    }
    if (row.kind === 'expenditure') {
      return (
        selection.measure === 'money' &&
        (selection.fund === undefined || row.values.fund === selection.fund) &&
        (selection.kpkvk === undefined || readCode(row.values.kpkvk) === selection.kpkvk) &&
        (selection.kekv === undefined || readCode(row.values.kekv) === selection.kekv)
      );
    }
    if (selection.measure === 'activities') return true;
    const { indicatorId } = row.values;
    if (selection.measure !== 'indicator' || indicatorId === null) return false;
    if (selection.indicatorId !== undefined && indicatorId !== selection.indicatorId) return false;
    const aggregation = aggregations.get(indicatorId);
    return aggregation !== undefined && countsFor(aggregation, row);
  }

  return Array.from(rows).filter(isBehind);
}
