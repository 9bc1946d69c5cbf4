import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { planIndicatorImport } from '#shared/structure/planIndicatorImport.ts';
import { buildImportAnswer, computeImportBasis } from './buildImportAnswer.ts';
import { readCsvLines } from './readCsvLines.ts';

type Parts = {
  storage: Pick<Storage, 'reports'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

/**
 * Looks at what a file would do to the indicators of a report, or does it: all of it, and nothing while
 * there is a problem. AppError `report.unknown`; `structure.changed` when it is no longer what was looked at.
 */
export async function importIndicators(
  { storage, collaboration }: Parts,
  reportId: ReportId,
  { csv, basis }: ImportRequest,
): Promise<ImportAnswer> {
  const file = readCsvLines(csv);
  const lineCount = file.lines.length;
  const basisOf = ({ directions, indicators }: ReportStructure) =>
    computeImportBasis([directions, indicators], csv);
  if (basis === null) {
    const now = await storage.reports.findStructure(reportId);
    if (now === null) throw new AppError('report.unknown');
    const seen = { basis: basisOf(now), lineCount, isWritten: false };
    return buildImportAnswer(planIndicatorImport(now, file), seen);
  }
  let answer: ImportAnswer | null = null;
  await storage.reports.changeStructure(reportId, (now) => {
    if (basisOf(now) !== basis) throw new AppError('structure.changed');
    const plan = planIndicatorImport(now, file);
    const isWritten = plan.problems.length === 0;
    answer = buildImportAnswer(plan, { basis, lineCount, isWritten });
    return isWritten ? plan.next : now;
  });
  if (answer === null) throw new Error('the storage has not asked what to write');
  collaboration.structureChanged(reportId);
  return answer;
}
