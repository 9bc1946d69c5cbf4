import { randomUUID } from 'node:crypto';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { type OrganisationId, type ReportId, UserId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { SubmissionStep, submissionSteps } from '#shared/submission/submissionSteps.ts';

/**
 * Puts a sheet into a state past the running server, by the steps that lead there: what another process
 * does. Whoever has it open hears nothing of it by this. The hash is of nothing, unless one is given.
 */
export async function setSheetStatus(
  storage: Storage,
  reportId: ReportId,
  organisationId: OrganisationId,
  status: SheetStatus,
  contentHash = randomUUID().replaceAll('-', '').repeat(2),
): Promise<void> {
  const documentName = sheetName(reportId, organisationId);
  for (;;) {
    const from = must(await storage.reports.findSheetStatus(reportId, organisationId), 'the sheet');
    if (from === status) return;
    const direct = SubmissionStep.options.find(
      (step) => submissionSteps[step].to === status && submissionSteps[step].from.includes(from),
    );
    const step = direct ?? (from === 'accepted' ? 'return' : from === 'submitted' ? 'withdraw' : 'submit');
    const head = await storage.journal.findHead(documentName);
    const userId = UserId.parse('past-the-server');
    const update = new Uint8Array([0, 0]);
    const entry = { documentName, sequence: (head?.sequence ?? 0) + 1, userId, time: Date.now(), update };
    await storage.submissions.transit({
      reportId,
      organisationId,
      step,
      from,
      to: submissionSteps[step].to,
      userId,
      note: 'тест',
      contentHash,
      entry: { ...entry, hash: computeEntryHash(entry, head?.hash ?? null) },
    });
  }
}
