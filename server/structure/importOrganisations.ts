import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { planOrganisationImport } from '#shared/structure/planOrganisationImport.ts';
import { buildImportAnswer, computeImportBasis } from './buildImportAnswer.ts';
import { readCsvLines } from './readCsvLines.ts';

type Parts = {
  storage: Pick<Storage, 'organisations'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

/**
 * Looks at what a file would do to the city's organisations, or does it, in one transaction: all of it, and
 * nothing while there is a problem. AppError `structure.changed` when it is no longer what was looked at.
 */
export async function importOrganisations(
  { storage, collaboration }: Parts,
  { csv, basis }: ImportRequest,
): Promise<ImportAnswer> {
  const file = readCsvLines(csv);
  const lineCount = file.lines.length;
  if (basis === null) {
    const now = await storage.organisations.list();
    const seen = { basis: computeImportBasis(now, csv), lineCount, isWritten: false };
    return buildImportAnswer(planOrganisationImport(now, file), seen);
  }
  let answer: ImportAnswer | null = null;
  const reportIds = await storage.organisations.change((now) => {
    if (computeImportBasis(now, csv) !== basis) throw new AppError('structure.changed');
    const plan = planOrganisationImport(now, file);
    const isWritten = plan.problems.length === 0;
    answer = buildImportAnswer(plan, { basis, lineCount, isWritten });
    return isWritten ? plan.next : [...now];
  });
  for (const reportId of reportIds) collaboration.structureChanged(reportId);
  if (answer === null) throw new Error('the storage has not asked what to write');
  return answer;
}
