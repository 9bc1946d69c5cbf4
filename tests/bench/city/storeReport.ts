import * as Y from 'yjs';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import type { JournalEntry, Storage } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { encodeNarrative } from '#shared/narrative/encodeNarrative.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { ordersBetween } from '#shared/sheet/order.ts';
import { insertRows, type NewRow } from '#shared/sheet/sheetDocument.ts';

/** As people fill a sheet in: a few rows at a time. */
const rowsPerEntry = 10;

/** The same report for another year. */
export function renameReport(content: ReportContent, reportId: ReportId, year: number): ReportContent {
  const { structure } = content;
  const ofReport = <T>(part: T) => ({ ...part, reportId });
  return {
    ...content,
    structure: {
      ...structure,
      report: { ...structure.report, id: reportId, year, title: `Звіт за ${year} рік` },
      directions: structure.directions.map(ofReport),
      indicators: structure.indicators.map(ofReport),
      columns: structure.columns.map(ofReport),
    },
  };
}

/** Puts a report into a storage that no server runs on, with a journal of each sheet and text. */
export async function storeReport(storage: Storage, content: ReportContent): Promise<void> {
  const { sheets: _, ...report } = content.structure;
  await storage.reports.create(report);
  const reportId = report.report.id;
  for (const [organisationId, rows] of Map.groupBy(content.rows, (row) => row.organisationId)) {
    await append(storage, sheetName(reportId, organisationId), encodeSheet(rows));
  }
  for (const [directionId, narrative] of content.narratives) {
    await append(storage, narrativeName(reportId, directionId), [encodeNarrative(narrative)]);
  }
}

function encodeSheet(rows: readonly Row[]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const orders = ordersBetween(null, null, rows.length);
  const newRows = rows.map(
    ({ id, kind, values }, index) =>
      ({ id, kind, order: orders[index], values: withoutEmpty(values) }) as NewRow,
  );
  for (let start = 0; start < newRows.length; start += rowsPerEntry) {
    insertRows(doc, newRows.slice(start, start + rowsPerEntry));
  }
  return updates;
}

const withoutEmpty = (values: Row['values']) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

async function append(storage: Storage, documentName: string, updates: readonly Uint8Array[]): Promise<void> {
  const time = Date.UTC(2020, 5, 1);
  let hash: Uint8Array | null = null;
  const entries: JournalEntry[] = [];
  for (const [index, update] of updates.entries()) {
    const entry = { documentName, sequence: index + 1, userId: null, time: time + index, update };
    hash = computeEntryHash(entry, hash);
    entries.push({ ...entry, hash });
  }
  await storage.journal.append(entries, []);
}
