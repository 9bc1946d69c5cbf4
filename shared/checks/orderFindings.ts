import { isExtraField } from '../model/extraField.ts';
import {
  activityFieldNames,
  compareRows,
  expenditureFieldNames,
  type Row,
  type TableKind,
} from '../model/rows.ts';
import type { Finding } from './Finding.ts';

/**
 * As people work them off: errors before warnings, what is about no row first, then activities and
 * expenditures row by row, and within a row by its columns.
 */
export function orderFindings(
  findings: readonly Finding[],
  findRow: (finding: Finding) => Row | undefined,
): Finding[] {
  return findings
    .map((finding) => ({ finding, row: findRow(finding) }))
    .sort((a, b) => {
      const bySeverity = rankSeverity(a.finding) - rankSeverity(b.finding);
      if (bySeverity !== 0) return bySeverity;
      if (a.row === undefined || b.row === undefined)
        return Number(a.row !== undefined) - Number(b.row !== undefined);
      if (a.row.kind !== b.row.kind) return a.row.kind === 'activity' ? -1 : 1;
      return compareRows(a.row, b.row) || rankField(a.finding, a.row.kind) - rankField(b.finding, b.row.kind);
    })
    .map(({ finding }) => finding);
}

const rankSeverity = ({ severity }: Finding) => (severity === 'error' ? 0 : 1);

/** The tables share names of fields, which stand at other places in each. */
const fields: Record<TableKind, readonly (string | null)[]> = {
  activity: [null, ...activityFieldNames],
  expenditure: [null, ...expenditureFieldNames],
};
/** Added columns stand behind the others. */
const rankField = ({ field }: Finding, table: TableKind) =>
  field !== null && isExtraField(field) ? fields[table].length : fields[table].indexOf(field);
