import * as Y from 'yjs';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import { insertRows, type NewRow } from '#shared/sheet/sheetDocument.ts';
import { buildExampleSheets } from './report2020.ts';
import { structure2020 } from './structure2020.ts';

/**
 * Puts in the 2020 example. What is there already is left alone: a report that exists is not created
 * again, and a sheet that anybody has ever written to is not filled. So calling it again changes
 * nothing, and finishes what a crash cut short. Rows are journalled under `coordinatorId`.
 */
export async function loadExample(
  storage: Storage,
  collaboration: Pick<Collaboration, 'importUpdate'>,
  coordinatorId: UserId | null,
): Promise<ReportId> {
  const { id } = structure2020.report;
  if (!(await storage.reports.exists(id))) await storage.reports.create(structure2020);
  for (const { organisationId, rows } of buildExampleSheets()) {
    const name = sheetName(id, organisationId);
    if ((await storage.journal.findHead(name)) !== null) continue;
    await collaboration.importUpdate(name, encodeRows(rows), coordinatorId);
  }
  return id;
}

function encodeRows(rows: readonly NewRow[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    insertRows(doc, rows);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
