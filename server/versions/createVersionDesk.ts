import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { Storage } from '#server/storage/Storage.ts';
import type { VersionList, VersionRequest } from '#shared/api/versions.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createId, type ReportId, type UserId, VersionId } from '#shared/model/ids.ts';

/** Names given to moments of a report. Every change answers with all that stand then. */
export type VersionDesk = {
  list(reportId: ReportId): Promise<VersionList>;
  /** AppError `version.name-taken`, `version.too-many`, `version.to-come`. */
  create(reportId: ReportId, userId: UserId, request: VersionRequest): Promise<VersionList>;
  /** Takes the name away and keeps who did. AppError `version.unknown`. */
  remove(reportId: ReportId, userId: UserId, versionId: VersionId): Promise<VersionList>;
};

export function createVersionDesk({ storage, now }: { storage: Storage; now: () => number }): VersionDesk {
  async function list(reportId: ReportId): Promise<VersionList> {
    const names = new AuthorNames(storage);
    const versions: VersionList['versions'] = [];
    for (const version of await storage.versions.list(reportId)) {
      const { id, name, note, moment, userId, createdAt, removed } = version;
      versions.push({
        id,
        name,
        note,
        moment,
        created: await names.describe({ userId, time: createdAt }),
        removed: removed && (await names.describe(removed)),
      });
    }
    return { versions };
  }

  return {
    list,
    async create(reportId, userId, { name, note = '', moment }) {
      const createdAt = now();
      if (moment !== undefined && moment > createdAt) throw new AppError('version.to-come');
      const id = VersionId.parse(createId());
      await storage.versions.create({
        id,
        reportId,
        name,
        note,
        moment: moment ?? createdAt,
        userId,
        createdAt,
      });
      return list(reportId);
    },
    async remove(reportId, userId, versionId) {
      if (!(await storage.versions.remove(reportId, versionId, { userId, time: now() }))) {
        throw new AppError('version.unknown');
      }
      return list(reportId);
    },
  };
}
