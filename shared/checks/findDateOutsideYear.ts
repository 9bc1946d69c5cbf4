import { periodBounds } from '../model/period.ts';
import type { Row } from '../model/rows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** A span that begins before the report's year or ends after it is outside too. */
export function findDateOutsideYear(row: Row, reportYear: number): Finding[] {
  if (row.kind !== 'activity' || row.values.period === null) return [];
  const { start, end } = periodBounds(row.values.period);
  if (Number(start.slice(0, 4)) === reportYear && Number(end.slice(0, 4)) === reportYear) return [];
  return [
    buildRowFinding(row, {
      code: 'activity.outside-year',
      severity: 'error',
      field: 'period',
      parameters: { period: row.values.period, year: reportYear },
    }),
  ];
}
