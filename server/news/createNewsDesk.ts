import { AuthorNames } from '#server/collaboration/AuthorNames.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { type NewsAnswer, newsStepLimit } from '#shared/api/news.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';

/** What others did in a report since somebody last looked. Both reject with AppError `report.unknown`. */
export type NewsDesk = {
  read(reportId: ReportId, userId: UserId): Promise<NewsAnswer>;
  /** A moment to come counts as this one, or what comes until then would never be news. */
  look(reportId: ReportId, userId: UserId, time: number): Promise<NewsAnswer>;
};

type Parts = {
  storage: Storage;
  collaboration: Pick<Collaboration, 'countChanges'>;
  now: () => number;
};

export function createNewsDesk({ storage, collaboration, now }: Parts): NewsDesk {
  async function read(reportId: ReportId, userId: UserId): Promise<NewsAnswer> {
    // Before anything is read: what comes meanwhile is told the next time too, rather than never.
    const time = now();
    const since = await storage.looks.find(reportId, userId);
    if (since === null) return { since, now: time, sheets: [], steps: [] };
    const sheets = await collaboration.countChanges(reportId, { from: since, except: userId });
    if (sheets === null) throw new AppError('report.unknown');
    const names = new AuthorNames(storage);
    const taken = (await storage.submissions.listTransitions(reportId))
      .filter((step) => step.time >= since && step.userId !== userId)
      .sort((a, b) => b.time - a.time)
      .slice(0, newsStepLimit);
    const steps: NewsAnswer['steps'] = [];
    for (const step of taken)
      steps.push({ ...(await names.describeTransition(step)), organisationId: step.organisationId });
    return { since, now: time, sheets, steps };
  }

  return {
    read,
    async look(reportId, userId, time) {
      await storage.looks.save(reportId, userId, Math.min(time, now()));
      return read(reportId, userId);
    },
  };
}
