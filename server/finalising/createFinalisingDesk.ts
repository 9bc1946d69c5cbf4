import { setImmediate } from 'node:timers/promises';
import { strToU8 } from 'fflate';
import type { z } from 'zod';
import { addLastChanges } from '#server/collaboration/addLastChanges.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { ReportHold } from '#server/collaboration/ReportHold.ts';
import { exportReport } from '#server/export/exportReport.ts';
import type { Storage, StoredTransition } from '#server/storage/Storage.ts';
import type { SubmissionDesk } from '#server/submission/createSubmissionDesk.ts';
import { readSteps } from '#server/submission/readSteps.ts';
import {
  type FinaliseRequest,
  type FinalisingAnswer,
  ReadinessAnswer,
  type SheetInTheWay,
} from '#shared/api/finalising.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { sheetFileName } from '#shared/finalising/manifest.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { must } from '#shared/must.ts';
import { buildCanonicalSheet } from '#shared/submission/canonicalSheet.ts';
import { buildManifest } from './buildManifest.ts';
import { describeFile, type MadeFile, makeExportFiles, refusePersonalData } from './makeVersion.ts';
import { encodeJson } from './packVersion.ts';
import { readProductVersion } from './productVersion.ts';
import { readVersions } from './readVersions.ts';
import { sha256 } from './sha256.ts';

/** Parsed. */
export type FinaliseOrder = z.output<typeof FinaliseRequest>;

export type FinaliseOptions = {
  signal?: AbortSignal;
  onFile(progress: { done: number; total: number }): void;
  /** Decides once more that it may be done, before it is. */
  confirm(): Promise<void>;
};

/** Closing reports and opening them again. Everything rejects with AppError `report.unknown`. */
export type FinalisingDesk = {
  read(reportId: ReportId): Promise<FinalisingAnswer>;
  /** What the files would be refused for. Rejects like `exportReport`. */
  readReadiness(reportId: ReportId, signal?: AbortSignal): Promise<ReadinessAnswer>;
  /**
   * Makes all files from one moment, while changes of sheets and texts wait, and closes the report with
   * them if nothing has changed meanwhile; otherwise nothing is done. AppError `finalising.empty`, `finalising.sheets`, `finalising.changed`,
   * `finalising.busy`, `access.finalised`, `export.*`.
   */
  finalise(
    actor: Actor,
    reportId: ReportId,
    request: FinaliseOrder,
    options: FinaliseOptions,
  ): Promise<FinalisingAnswer>;
  /** AppError `finalising.open`. */
  reopen(actor: Actor, reportId: ReportId, reason: string): Promise<FinalisingAnswer>;
};

type Parts = {
  storage: Storage;
  collaboration: Collaboration;
  submissions: Pick<SubmissionDesk, 'readStates'>;
  now: () => number;
};

export function createFinalisingDesk({ storage, collaboration, submissions, now }: Parts): FinalisingDesk {
  const productVersion = readProductVersion();
  const underWay = new Set<ReportId>();

  async function read(reportId: ReportId): Promise<FinalisingAnswer> {
    const structure = await storage.reports.findStructure(reportId);
    if (structure === null) throw new AppError('report.unknown');
    const { sheets } = await submissions.readStates(reportId);
    return {
      status: readReportStatus(structure.report),
      sheetCount: sheets.length,
      sheets: sheets.flatMap(({ organisationId, status, isChangedSinceAcceptance }): SheetInTheWay[] =>
        status === 'accepted' && !isChangedSinceAcceptance
          ? []
          : [{ organisationId, status, isChanged: isChangedSinceAcceptance }],
      ),
      versions: await readVersions(storage, reportId),
    };
  }

  async function mustRead(reportId: ReportId) {
    const content = await collaboration.readReport(reportId);
    if (content === null) throw new AppError('report.unknown');
    return content;
  }

  async function finalise(
    actor: Actor,
    reportId: ReportId,
    { note, personalData }: FinaliseOrder,
    { signal, onFile, confirm }: FinaliseOptions,
    heads: ReportHold['heads'],
  ): Promise<void> {
    const stored = await mustRead(reportId);
    const { structure, rows } = stored;
    if (structure.report.finalised !== undefined) throw new AppError('access.finalised');
    const transitions = await storage.submissions.listTransitions(reportId);
    if (structure.sheets.length === 0) throw new AppError('finalising.empty');
    const rowsBySheet = Map.groupBy(rows, (row) => row.organisationId);
    const contents: { acceptance: StoredTransition | null; file: MadeFile }[] = [];
    for (const { organisationId } of structure.sheets) {
      const canonical = strToU8(buildCanonicalSheet(rowsBySheet.get(organisationId) ?? []));
      const file = describeFile(sheetFileName(organisationId), 'text/plain; charset=utf-8', canonical);
      const ofSheet = transitions.filter((step) => step.organisationId === organisationId);
      // What is hashed of a sheet is this very file.
      const { acceptance, isChanged } = readSteps(ofSheet, file.sha256);
      contents.push({ acceptance: isChanged ? null : acceptance, file });
      // A city's sheets in one go would keep everybody's changes waiting.
      await setImmediate();
    }
    const count = contents.filter(({ acceptance }) => acceptance === null).length;
    if (count > 0) throw new AppError('finalising.sheets', { count });
    collaboration.finalisingChanged(reportId, { id: actor.userId, name: actor.name });
    const content = await addLastChanges(stored, collaboration.readLastChanges);
    if (personalData !== 'accepted') await refusePersonalData(content, signal);
    const files = [
      ...(await makeExportFiles(content, { onFile, ...(signal && { signal }) })),
      ...contents.map(({ file }) => file),
    ];
    const versions = await storage.finalising.listVersions(reportId);
    const last = versions.at(-1);
    const version = (last?.version ?? 0) + 1;
    const time = now();
    const names = await readNames(contents.flatMap(({ acceptance }) => acceptance?.userId ?? []));
    const manifest = encodeJson(
      buildManifest({
        productVersion,
        content,
        version,
        time,
        finalisedBy: { id: actor.userId, name: actor.name },
        note,
        previous: last === undefined ? null : { version: last.version, sha256: last.manifestSha256 },
        heads,
        acceptances: contents.map(({ acceptance }) => must(acceptance, 'an acceptance')),
        nameOf: (userId) => names.get(userId) ?? null,
        files,
      }),
    );
    await confirm();
    signal?.throwIfAborted();
    await collaboration.takeReportStep(reportId, async () => {
      await storage.finalising.close(
        { reportId, step: 'finalise', version, userId: actor.userId, time, note },
        { manifest, manifestSha256: sha256(manifest), files },
        { structure, heads },
      );
    });
  }

  async function readNames(userIds: readonly UserId[]): Promise<Map<UserId, string | null>> {
    const names = new Map<UserId, string | null>();
    for (const userId of new Set(userIds)) {
      names.set(userId, (await storage.users.findById(userId))?.name ?? null);
    }
    return names;
  }

  return {
    read,

    async readReadiness(reportId, signal) {
      const content = await mustRead(reportId);
      const bytes = await exportReport({ ...content, format: 'readiness' }, signal ? { signal } : {});
      return ReadinessAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },

    async finalise(actor, reportId, request, options) {
      // Whoever comes second would make all files for nothing.
      if (underWay.has(reportId)) throw new AppError('finalising.busy');
      underWay.add(reportId);
      try {
        // Whoever types would refuse it for ever: what they type waits, and all below is of one moment.
        const hold = await collaboration.holdReport(reportId);
        try {
          await finalise(actor, reportId, request, options, hold.heads);
        } finally {
          hold.release();
          collaboration.finalisingChanged(reportId, null);
        }
      } finally {
        underWay.delete(reportId);
      }
      return read(reportId);
    },

    async reopen({ userId }, reportId, note) {
      await collaboration.takeReportStep(reportId, async () => {
        const version = (await storage.finalising.listVersions(reportId)).at(-1)?.version ?? 0;
        await storage.finalising.reopen({ reportId, step: 'reopen', version, userId, time: now(), note });
      });
      return read(reportId);
    },
  };
}
