import { isCorrectionRow } from '../corrections/correctionRows.ts';
import { normaliseText } from '../language/normaliseText.ts';
import type { ActivityRow } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';

/** A postponed or cancelled activity is a plan that was not carried out: it counts for nothing. */
export function isCarriedOut({ values }: Pick<ActivityRow, 'values'>): boolean {
  return values.state !== 'postponed' && values.state !== 'cancelled';
}

/**
 * Whether a row of an indicator is behind its number: carried out, and holding what the indicator
 * aggregates (a quantity for `latest`, a content for `distinct`). An empty quantity adds 0 to a sum
 * and is a row of it.
 */
export function countsFor(
  aggregation: Aggregation,
  row: Pick<ActivityRow, 'values' | 'organisationId'>,
): boolean {
  return isCarriedOut(row) && holdsWhatCounts(aggregation, row);
}

/** Whether an indicator that is counted so may have corrections. */
export function isCorrectable(aggregation: Aggregation): boolean {
  return aggregation === 'sum' || aggregation === 'count';
}

/** As {@link countsFor}, of whatever became of the activity. */
export function holdsWhatCounts(
  aggregation: Aggregation,
  row: Pick<ActivityRow, 'values' | 'organisationId'>,
): boolean {
  // Neither a level nor a number of different ones is changed by adding to it.
  if (isCorrectionRow(row)) return isCorrectable(aggregation);
  if (aggregation === 'latest') return row.values.quantity !== null;
  if (aggregation === 'distinct') return normaliseText(row.values.content) !== null;
  return true;
}
