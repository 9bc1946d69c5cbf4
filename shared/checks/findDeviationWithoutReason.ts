import { normaliseText } from '../language/normaliseText.ts';
import type { Row } from '../model/rows.ts';
import { formatMoney } from '../money/formatMoney.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** An amount not given yet deviates from nothing, so both must be there; a blank reason is none. */
export function findDeviationWithoutReason(row: Row): Finding[] {
  if (row.kind !== 'expenditure') return [];
  const { plannedMinor, actualMinor, reason } = row.values;
  if (plannedMinor === null || actualMinor === null || plannedMinor === actualMinor) return [];
  if (normaliseText(reason) !== null) return [];
  return [
    buildRowFinding(row, {
      code: 'expenditure.no-reason',
      severity: 'error',
      field: 'reason',
      parameters: {
        planned: formatMoney(plannedMinor),
        actual: formatMoney(actualMinor),
        deviation: formatMoney(actualMinor - plannedMinor),
      },
    }),
  ];
}
