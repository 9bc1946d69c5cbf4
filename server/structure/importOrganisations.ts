import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { ImportAnswer, ImportRequest } from '#shared/api/structure.ts';
import { planOrganisationImport } from '#shared/structure/planOrganisationImport.ts';
import { runImport } from './runImport.ts';

type Parts = {
  storage: Pick<Storage, 'organisations'>;
  collaboration: Pick<Collaboration, 'structureChanged'>;
};

/** Imports the city's organisations. Rejects like `runImport`. */
export function importOrganisations(
  { storage, collaboration }: Parts,
  request: ImportRequest,
): Promise<ImportAnswer> {
  return runImport(request, {
    read: () => storage.organisations.list(),
    async change(decide) {
      const reportIds = await storage.organisations.change(decide);
      for (const reportId of reportIds) collaboration.structureChanged(reportId);
    },
    plan: planOrganisationImport,
    keep: (now) => [...now],
    basisOf: (now) => now,
  });
}
