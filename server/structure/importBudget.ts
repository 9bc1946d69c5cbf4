import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { planBudgetImport } from '#shared/structure/planBudgetImport.ts';
import { runImport } from './runImport.ts';

type Parts = {
  storage: Pick<Storage, 'reports'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

/** Imports the approved plan of a report. Rejects like `runImport`, and with AppError `report.unknown`. */
export function importBudget(
  { storage, collaboration }: Parts,
  reportId: ReportId,
  request: ImportRequest,
): Promise<ImportAnswer> {
  return runImport(request, {
    async read() {
      const structure = await storage.reports.findStructure(reportId);
      if (structure === null) throw new AppError('report.unknown');
      return structure;
    },
    async change(decide) {
      await storage.reports.changeStructure(reportId, decide);
      collaboration.structureChanged(reportId);
    },
    plan: planBudgetImport,
    keep: (now) => now,
    basisOf: ({ directions, organisations, budget }) => [directions, organisations, budget],
  });
}
