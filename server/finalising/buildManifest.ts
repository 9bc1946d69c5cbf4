import type { JournalHead, StoredTransition } from '#server/storage/Storage.ts';
import { buildCorrectionRows } from '#shared/corrections/correctionRows.ts';
import { type Manifest, manifestFormat, sheetFileName } from '#shared/finalising/manifest.ts';
import type { UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import type { MadeFile } from './makeVersion.ts';

type Parts = {
  productVersion: string;
  content: ReportContent;
  version: number;
  time: number;
  finalisedBy: { id: UserId; name: string };
  note: string;
  previous: Manifest['previous'];
  heads: ReadonlyMap<string, JournalHead>;
  /** The acceptance that stands, of every sheet. */
  acceptances: readonly StoredTransition[];
  nameOf(userId: UserId): string | null;
  files: readonly MadeFile[];
};

/** What there is to know of a version; equal parts make an equal manifest. */
export function buildManifest(parts: Parts): Manifest {
  const { structure, rows } = parts.content;
  const { report, programme, organisations } = structure;
  const { grand } = computeTotals(structure, rows);
  return {
    format: manifestFormat,
    product: { name: 'Zvit', version: parts.productVersion },
    report: {
      id: report.id,
      year: report.year,
      title: report.title,
      programme: programme.title,
      community: programme.community,
    },
    version: parts.version,
    finalisedAt: new Date(parts.time).toISOString(),
    finalisedBy: parts.finalisedBy,
    note: parts.note,
    previous: parts.previous,
    totals: {
      ...readTotals(grand),
      ...(structure.corrections.length > 0 && {
        corrections: readTotals(
          computeTotals({ ...structure, corrections: [] }, buildCorrectionRows(structure)).grand,
        ),
      }),
    },
    documents: [...parts.heads]
      .map(([name, { sequence, hash }]) => ({
        name,
        sequence,
        chainHash: Buffer.from(hash).toString('hex'),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    sheets: parts.acceptances.map(({ organisationId, time, userId, contentHash }) => ({
      organisationId,
      organisation: must(
        organisations.find(({ id }) => id === organisationId),
        'the organisation of a sheet',
      ).name,
      acceptedAt: new Date(time).toISOString(),
      acceptedBy: { id: userId, name: parts.nameOf(userId) },
      contentHash,
      file: sheetFileName(organisationId),
    })),
    files: parts.files.map(({ content: _, ...file }) => file),
  };
}

function readTotals({ plannedMinor, actualMinor, rowCount }: MoneySums) {
  return { plannedMinor: String(plannedMinor), actualMinor: String(actualMinor), expenditures: rowCount };
}
