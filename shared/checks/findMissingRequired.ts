import type { ColumnSet } from '../model/columns.ts';
import type { Row } from '../model/rows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** Empty cells of added columns that are required; a flawed one has its own finding. */
export function findMissingRequired(row: Row, columns: ColumnSet): Finding[] {
  const findings: Finding[] = [];
  for (const [field, { isRequired, title }] of columns[row.kind]) {
    if (!isRequired || !isEmpty(row.values[field]) || row.flaws[field] !== undefined) continue;
    findings.push(
      buildRowFinding(row, {
        code: 'column.required',
        severity: 'error',
        field,
        parameters: { column: title },
      }),
    );
  }
  return findings;
}

function isEmpty(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
