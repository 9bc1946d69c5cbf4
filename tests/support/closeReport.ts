import { createHash } from 'node:crypto';
import type { Storage } from '#server/storage/Storage.ts';
import { type Manifest, manifestFormat } from '#shared/finalising/manifest.ts';
import { type ReportId, UserId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';

const userId = UserId.parse('u1');

/** Closes a report with a version without files, past the running server: what another process does. */
export async function closeReport(
  storage: Storage,
  reportId: ReportId,
  { version = 1, time = Date.now() } = {},
): Promise<void> {
  const structure = must(await storage.reports.findStructure(reportId), 'the report');
  const heads = await storage.journal.listHeads(reportId);
  const manifest = new TextEncoder().encode(JSON.stringify(buildManifest(structure, version, time)));
  const manifestSha256 = createHash('sha256').update(manifest).digest('hex');
  await storage.finalising.close(
    { reportId, step: 'finalise', version, userId, time, note: '' },
    { manifest, manifestSha256, files: [] },
    { structure, heads },
  );
}

function buildManifest({ report, programme }: ReportStructure, version: number, time: number): Manifest {
  return {
    format: manifestFormat,
    product: { name: 'Zvit', version: '0.0.0' },
    report: {
      id: report.id,
      year: report.year,
      title: report.title,
      programme: programme.title,
      community: programme.community,
    },
    version,
    finalisedAt: new Date(time).toISOString(),
    finalisedBy: { id: userId, name: 'Координаторка' },
    note: '',
    previous: null,
    totals: { plannedMinor: '0', actualMinor: '0', expenditures: 0 },
    documents: [],
    sheets: [],
    files: [],
  };
}
