import type { Storage } from '#server/storage/Storage.ts';
import { type ReportId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';

/** Closes a report with a version of nothing, past the running server: what another process does. */
export async function closeReport(
  storage: Storage,
  reportId: ReportId,
  { version = 1, time = Date.now() } = {},
): Promise<void> {
  const structure = must(await storage.reports.findStructure(reportId), 'the report');
  const heads = await storage.journal.listHeads(reportId);
  await storage.finalising.close(
    { reportId, step: 'finalise', version, userId: UserId.parse('u1'), time, note: '' },
    { manifest: new TextEncoder().encode('{}'), manifestSha256: 'a'.repeat(64), files: [] },
    { structure, heads },
  );
}
