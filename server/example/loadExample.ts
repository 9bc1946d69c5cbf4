import * as Y from 'yjs';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import type { ReportId, UserId } from '#shared/model/ids.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { insertRows } from '#shared/sheet/sheetDocument.ts';
import { narratives2020 } from './narratives2020.ts';
import { buildExampleSheets } from './report2020.ts';
import { structure2020 } from './structure2020.ts';

/**
 * Puts in the 2020 example. What is there already is left alone: a report that exists is not created
 * again, and a sheet or a text that anybody has ever written to is not filled. So calling it again changes
 * nothing, and finishes what a crash cut short. Rows and texts are journalled under `coordinatorId`.
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
    await collaboration.importUpdate(
      name,
      encode((doc) => insertRows(doc, rows)),
      coordinatorId,
    );
  }
  for (const [directionId, narrative] of narratives2020) {
    const name = narrativeName(id, directionId);
    if ((await storage.journal.findHead(name)) !== null) continue;
    await collaboration.importUpdate(
      name,
      encode((doc) => appendNarrative(doc, narrative)),
      coordinatorId,
    );
  }
  return id;
}

function encode(fill: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  try {
    fill(doc);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
