import * as Y from 'yjs';
import { RowId } from '../model/ids.ts';
import { isOverridable, sheetRoots } from './sheetMaps.ts';

/** What one Yjs client wrote between two points of its clock, the second one excluded. */
export type Stretch = { clientId: number; from: number; to: number };

/** How far the document has taken in what this client wrote. */
export function readClock(doc: Y.Doc, clientId: number): number {
  return Y.getState(doc.store, clientId);
}

/**
 * The rows of whose values at least one was written in the stretch and still stands. A row's place is
 * no value: whoever sorts a sheet has changed none of its rows. What the document has not taken in yet
 * is passed over.
 */
export function readStandingRows(doc: Y.Doc, { clientId, from, to }: Stretch): Set<RowId> {
  const rowIds = new Set<RowId>();
  const structs = doc.store.clients.get(clientId);
  const end = Math.min(to, readClock(doc, clientId));
  if (structs === undefined || from >= end) return rowIds;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) break;
    if (!(struct instanceof Y.Item) || struct.deleted || struct.parentSub === null) continue;
    const rowId = readRowId(doc, struct.parent, struct.parentSub);
    if (rowId !== null) rowIds.add(rowId);
  }
  return rowIds;
}

function readRowId(doc: Y.Doc, map: unknown, key: string): RowId | null {
  if (map === doc.share.get(sheetRoots.rows)) return RowId.safeParse(key).data ?? null;
  if (map !== doc.share.get(sheetRoots.cells)) return null;
  const slash = key.indexOf('/');
  if (slash < 0) return null;
  const field = key.slice(slash + 1);
  if (field === 'order' || !isOverridable(field)) return null;
  return RowId.safeParse(key.slice(0, slash)).data ?? null;
}
