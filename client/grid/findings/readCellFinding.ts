import type { Finding } from '#shared/checks/Finding.ts';
import { numberColumn } from '../fields.ts';
import type { CellFinding } from './CellFinding.ts';

/**
 * What a row's findings say of one of its cells. The row's number stands for the row as a whole: it says
 * what is about no field, or about one whose column is not `shown`, and points to all the others.
 */
export function readCellFinding(
  findings: readonly Finding[],
  column: string,
  shown: ReadonlySet<string>,
  print: (finding: Finding) => string,
): CellFinding | null {
  if (findings.length === 0) return null;
  const isNumber = column === numberColumn;
  const own = findings.filter(({ field }) =>
    isNumber ? field === null || !shown.has(field) : field === column,
  );
  const marking = isNumber ? findings : own;
  if (marking.length === 0) return null;
  const severity = marking.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  return { severity, text: own.map(print).join('\n') };
}
