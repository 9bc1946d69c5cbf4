import type { IndicatorId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';
import { isCarriedOut } from '../totals/indicatorRows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** Only a sum and a level need a quantity; a flawed one has its own finding. */
export function findMissingQuantity(
  row: Row,
  aggregations: ReadonlyMap<IndicatorId, Aggregation>,
): Finding[] {
  if (row.kind !== 'activity' || row.values.indicatorId === null) return [];
  const aggregation = aggregations.get(row.values.indicatorId);
  if (aggregation !== 'sum' && aggregation !== 'latest') return [];
  if (row.values.quantity !== null || row.flaws.quantity !== undefined || !isCarriedOut(row)) return [];
  return [
    buildRowFinding(row, {
      code: 'activity.no-quantity',
      severity: 'error',
      field: 'quantity',
      parameters: {},
    }),
  ];
}
