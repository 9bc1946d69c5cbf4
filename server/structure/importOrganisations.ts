import { createHash } from 'node:crypto';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { type OrganisationImport, planOrganisationImport } from '#shared/structure/planOrganisationImport.ts';
import { readCsvLines } from './readCsvLines.ts';

type Parts = {
  storage: Pick<Storage, 'organisations'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

const shownCount = 50;
const shownProblems = 200;

/**
 * Looks at what a file would do to the city's organisations, or does it, in one transaction: all of it, and
 * nothing while there is a problem. AppError `structure.changed` when it is no longer what was looked at.
 */
export async function importOrganisations(
  { storage, collaboration }: Parts,
  { csv, basis }: ImportRequest,
): Promise<ImportAnswer> {
  const file = readCsvLines(csv);
  if (basis === null) {
    const now = await storage.organisations.list();
    return buildAnswer(planOrganisationImport(now, file), computeBasis(now, csv), file.lines.length, false);
  }
  let answer: ImportAnswer | null = null;
  const reportIds = await storage.organisations.change((now) => {
    if (computeBasis(now, csv) !== basis) throw new AppError('structure.changed');
    const plan = planOrganisationImport(now, file);
    const isWritten = plan.problems.length === 0;
    answer = buildAnswer(plan, basis, file.lines.length, isWritten);
    return isWritten ? plan.next : [...now];
  });
  for (const reportId of reportIds) collaboration.structureChanged(reportId);
  if (answer === null) throw new Error('the storage has not asked what to write');
  return answer;
}

function computeBasis(now: readonly Organisation[], csv: string): string {
  return createHash('sha256').update(JSON.stringify(now)).update('\0').update(csv).digest('hex');
}

function buildAnswer(
  { added, changed, sameCount, problems }: OrganisationImport,
  basis: string,
  lineCount: number,
  isWritten: boolean,
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
