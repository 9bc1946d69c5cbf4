import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { planIndicatorImport } from '#shared/structure/planIndicatorImport.ts';
import { runImport } from './runImport.ts';

type Parts = {
  storage: Pick<Storage, 'reports'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

/** Imports the indicators of a report. Rejects like `runImport`, and with AppError `report.unknown`. */
export function importIndicators(
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
    plan: planIndicatorImport,
    keep: (now) => now,
    basisOf: ({ directions, indicators }) => [directions, indicators],
  });
}
