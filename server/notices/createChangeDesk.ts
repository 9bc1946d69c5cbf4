import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { NewNotice, ToldNotice } from '#server/storage/NoticeStore.ts';
import type { JournalMark, Storage, StoredTransition, StoredUser } from '#server/storage/Storage.ts';
import { computeContentHash } from '#server/submission/computeContentHash.ts';
import { readSteps } from '#server/submission/readSteps.ts';
import { can } from '#shared/access/can.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { listCoordinators } from './buildNotices.ts';

/** Of one burst; who wrote before it is not needed to know that somebody else did. */
const mostMarks = 1_000;

/** Telling coordinators that what they accepted is another thing now. */
export type ChangeDesk = {
  /**
   * Looks at every accepted sheet that was written to since. An edit itself writes no notice, so this finds too what was
   * written while nobody looked. Of a sheet a coordinator is told once until they read it or accept anew.
   */
  tellOfChanges(): Promise<void>;
};

type Parts = {
  storage: Storage;
  collaboration: Pick<Collaboration, 'noticesChanged' | 'readSheet'>;
  now: () => number;
};

export function createChangeDesk({ storage, collaboration, now }: Parts): ChangeDesk {
  const { reports, journal, submissions, notices, users } = storage;
  /** Up to which entry each sheet was looked at here. */
  const seen = new Map<string, number>();

  async function look(reportId: ReportId, acceptance: StoredTransition, name: string): Promise<void> {
    const { organisationId } = acceptance;
    const { rows, sequence } = await collaboration.readSheet(reportId, organisationId);
    if (computeContentHash(rows) !== acceptance.contentHash) {
      const count = Math.min(sequence - acceptance.sequence, mostMarks);
      const changes = {
        reportId,
        ...{ organisationId, acceptance, sequence, at: now() },
        marks: await journal.readMarksBack(name, sequence, count),
        told: await notices.listTold(reportId, 'changed'),
      };
      const written = await notices.add(buildChangeNotices(await users.list(), changes));
      collaboration.noticesChanged(written.map(({ userId }) => userId));
    }
    seen.set(name, sequence);
  }

  return {
    async tellOfChanges() {
      for (const { report } of await reports.list()) {
        if (readReportStatus(report) === 'finalised') continue;
        const heads = await journal.listHeads(report.id);
        const steps = Map.groupBy(
          await submissions.listTransitions(report.id),
          ({ organisationId }) => organisationId,
        );
        for (const [organisationId, transitions] of steps) {
          const { acceptance } = readSteps(transitions, '');
          const name = sheetName(report.id, organisationId);
          const head = heads.get(name)?.sequence ?? 0;
          if (acceptance === null || head <= acceptance.sequence || seen.get(name) === head) continue;
          await look(report.id, acceptance, name);
        }
      }
    },
  };
}

type Changes = {
  reportId: ReportId;
  organisationId: OrganisationId;
  acceptance: StoredTransition;
  /** The last entry of the sheet. */
  sequence: number;
  /** Going back from it to the acceptance. */
  marks: readonly JournalMark[];
  told: readonly ToldNotice[];
  at: number;
};

function buildChangeNotices(everybody: readonly StoredUser[], changes: Changes): NewNotice[] {
  const { reportId, organisationId, acceptance, sequence, marks, told, at } = changes;
  const coordinators = new Set(listCoordinators(everybody, reportId));
  return everybody.flatMap((user): NewNotice[] => {
    const userId = user.id;
    if (!coordinators.has(userId) || user.isDisabled) return [];
    if (!can({ ...user, userId }, { action: 'report.read', reportId }).allowed) return [];
    const last = told.findLast(
      (notice) =>
        notice.userId === userId &&
        notice.organisationId === organisationId &&
        notice.createdAt >= acceptance.time,
    );
    if (last?.seenAt === null) return [];
    // Nobody is told what they did themselves, nor what stood there already when they read the last one.
    const mark = marks.find((one) => one.userId !== userId && one.time >= (last?.seenAt ?? 0));
    if (mark === undefined) return [];
    return [
      {
        ...{ userId, kind: 'changed', reportId, by: mark.userId, createdAt: at },
        subject: { threadId: null, organisationId, words: '' },
        // Of two processes that look at once one tells.
        onceKey: `changed/${reportId}/${organisationId}/${sequence}`,
      },
    ];
  });
}
