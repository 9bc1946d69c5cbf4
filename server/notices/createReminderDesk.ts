import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { NewNotice } from '#server/storage/NoticeStore.ts';
import type { Storage, StoredUser } from '#server/storage/Storage.ts';
import type { ReminderList } from '#shared/api/reminders.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { isOpenForEditors, type ReportStructure, readReportStatus } from '#shared/model/structure.ts';
import { computeDaysLeft } from '#shared/submission/computeDaysLeft.ts';
import { listEditors } from './buildNotices.ts';

/** Reminding editors of sheets that are not submitted. Days are those of the server's own calendar. */
export type ReminderDesk = {
  /** AppError `report.unknown`. */
  list(reportId: ReportId): Promise<ReminderList>;
  /** Passes over what is submitted, and who was reminded today. AppError `report.unknown`. */
  remind(by: UserId, reportId: ReportId, organisationIds: readonly OrganisationId[]): Promise<ReminderList>;
  /** What the server does by itself: once for each sheet in the last days before a deadline. */
  remindOfDeadlines(): Promise<void>;
};

type Parts = {
  storage: Storage;
  collaboration: Pick<Collaboration, 'noticesChanged'>;
  /** Before a deadline; 0 for no reminders by the server. */
  remindDays: number;
  now: () => number;
};

export function createReminderDesk({ storage, collaboration, remindDays, now }: Parts): ReminderDesk {
  const { reports, users, notices } = storage;

  async function findStructure(reportId: ReportId): Promise<ReportStructure> {
    const structure = await reports.findStructure(reportId);
    if (structure === null) throw new AppError('report.unknown');
    return structure;
  }

  async function list(structure: ReportStructure): Promise<ReminderList> {
    const { report } = structure;
    const everybody = await users.list();
    const last = await notices.listLast(report.id, 'deadline');
    const today = dayOf(now());
    return {
      deadline: report.deadline ?? null,
      sheets: listOpen(structure).map((organisationId) => {
        const lastAt = last.get(organisationId);
        return {
          organisationId,
          people: findPeople(everybody, report.id, organisationId).map(({ id, name }) => ({
            userId: id,
            name,
          })),
          lastAt: lastAt === undefined ? null : new Date(lastAt).toISOString(),
          isRemindedToday: lastAt !== undefined && dayOf(lastAt) === today,
        };
      }),
    };
  }

  async function send(
    by: UserId | null,
    { report }: ReportStructure,
    organisationIds: readonly OrganisationId[],
  ): Promise<void> {
    const everybody = await users.list();
    const at = now();
    const written = await notices.add(
      organisationIds.flatMap((organisationId): NewNotice[] =>
        findPeople(everybody, report.id, organisationId).map(({ id }) => ({
          userId: id,
          kind: 'deadline',
          reportId: report.id,
          by,
          subject: { threadId: null, organisationId, words: report.deadline ?? '' },
          createdAt: at,
          // Of two who remind at once one does.
          onceKey: `deadline/${report.id}/${organisationId}/${dayOf(at)}`,
        })),
      ),
    );
    collaboration.noticesChanged(written.map(({ userId }) => userId));
  }

  return {
    list: async (reportId) => list(await findStructure(reportId)),

    async remind(by, reportId, organisationIds) {
      const structure = await findStructure(reportId);
      const open = new Set(listOpen(structure));
      await send(
        by,
        structure,
        [...new Set(organisationIds)].filter((id) => open.has(id)),
      );
      return list(structure);
    },

    async remindOfDeadlines() {
      if (remindDays === 0) return;
      for (const { report } of await reports.list()) {
        if (report.deadline === undefined || readReportStatus(report) === 'finalised') continue;
        const daysLeft = computeDaysLeft(report.deadline, new Date(now()));
        if (daysLeft < 0 || daysLeft > remindDays) continue;
        const structure = await findStructure(report.id);
        const last = await notices.listLast(report.id, 'deadline');
        // A reminder in these days is enough, whoever sent it; a server that was off then sends it later.
        const waiting = listOpen(structure).filter((id) => {
          const at = last.get(id);
          return at === undefined || computeDaysLeft(report.deadline ?? '', new Date(at)) > remindDays;
        });
        await send(null, structure, waiting);
      }
    },
  };
}

function listOpen({ sheets }: ReportStructure): OrganisationId[] {
  return sheets.filter(({ status }) => isOpenForEditors(status)).map(({ organisationId }) => organisationId);
}

function findPeople(
  everybody: readonly StoredUser[],
  reportId: ReportId,
  organisationId: OrganisationId,
): StoredUser[] {
  const editors = new Set(listEditors(everybody, reportId, organisationId));
  return everybody.filter(({ id, isDisabled }) => editors.has(id) && !isDisabled);
}

function dayOf(time: number): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
}
