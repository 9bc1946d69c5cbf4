import type { ActivityField, ExpenditureField, Flaw, Row } from '../model/rows.ts';
import { buildRowFinding } from './buildRowFinding.ts';
import type { Finding } from './Finding.ts';

/** A stored value that is not of its field's type counts as empty in every total until mended. */
export function findFlawedCells(row: Row): Finding[] {
  const flaws: [string, Flaw | undefined][] = Object.entries(row.flaws);
  return flaws.flatMap(([field, flaw]) =>
    flaw === undefined
      ? []
      : [
          buildRowFinding(row, {
            code: flaw.code === 'wrong-type' ? 'cell.wrong-type' : 'cell.newer-version',
            severity: 'error',
            field: field as ActivityField | ExpenditureField,
            parameters: { value: flaw.raw },
          }),
        ],
  );
}
