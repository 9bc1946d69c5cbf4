import { createHash } from 'node:crypto';
import type { ImportAnswer } from '#shared/api/structure.ts';
import type { OrganisationImport } from '#shared/structure/planOrganisationImport.ts';

const shownCount = 50;
const shownProblems = 200;

/** The first of everything, and how much there is of it. */
export function buildImportAnswer(
  { added, changed, sameCount, problems }: Omit<OrganisationImport, 'next'>,
  { basis, lineCount, isWritten }: Pick<ImportAnswer, 'basis' | 'lineCount' | 'isWritten'>,
): ImportAnswer {
  return {
    isWritten,
    basis,
    lineCount,
    added: { count: added.length, first: added.slice(0, shownCount) },
    changed: { count: changed.length, first: changed.slice(0, shownCount) },
    sameCount,
    problemCount: problems.length,
    problems: problems.slice(0, shownProblems),
  };
}

/** What names a file together with what stands: another one when either is other. */
export function computeImportBasis(now: unknown, csv: string): string {
  return createHash('sha256').update(JSON.stringify(now)).update('\0').update(csv).digest('hex');
}
