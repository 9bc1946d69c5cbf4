import type { Row } from '../model/rows.ts';
import { readCode } from '../totals/readCode.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** The programme classification of local budgets writes seven digits; a blank cell is no code yet. */
export function findKpkvkFormat(row: Row): Finding[] {
  if (row.kind !== 'expenditure') return [];
  const code = readCode(row.values.kpkvk);
  if (code === null || /^[0-9]{7}$/.test(code)) return [];
  return [
    buildRowFinding(row, {
      code: 'expenditure.kpkvk-format',
      severity: 'error',
      field: 'kpkvk',
      parameters: { value: code },
    }),
  ];
}
