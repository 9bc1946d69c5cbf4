import type { FieldName } from '../model/fieldName.ts';
import type { Flaw, Row } from '../model/rows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding, FindingCode } from './Finding.ts';

/** Values of columns that are gone which one sentence names. */
const namedValues = 3;

/**
 * A stored value that is not of its field's type counts as empty in every total until mended. Those of
 * columns that are not there have no cell to be mended in, and are told of together.
 */
export function findFlawedCells(row: Row): Finding[] {
  const flaws = Object.entries(row.flaws) as [FieldName, Flaw | undefined][];
  const lost: string[] = [];
  const findings: Finding[] = [];
  for (const [field, flaw] of flaws) {
    if (flaw === undefined) continue;
    if (flaw.code === 'no-column') {
      lost.push(flaw.raw);
      continue;
    }
    findings.push(
      buildRowFinding(row, {
        code: findingCodes[flaw.code],
        severity: 'error',
        field,
        parameters: { value: flaw.raw },
      }),
    );
  }
  if (lost.length > 0) {
    const value = lost.slice(0, namedValues).join('», «') + (lost.length > namedValues ? '…' : '');
    findings.push(
      buildRowFinding(row, {
        code: 'cell.no-column',
        severity: 'warning',
        field: null,
        parameters: { value },
      }),
    );
  }
  return findings;
}

const findingCodes = {
  'wrong-type': 'cell.wrong-type',
  'newer-version': 'cell.newer-version',
  'no-option': 'cell.no-option',
} as const satisfies Record<Exclude<Flaw['code'], 'no-column'>, FindingCode>;
