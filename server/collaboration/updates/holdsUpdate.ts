import * as Y from 'yjs';
import type { InspectedUpdate } from './inspectUpdate.ts';

/**
 * Whether a document already has everything an update says. Every reconnecting client sends all the
 * deletions it knows; without this, each of them would become a journal entry.
 */
export function holdsUpdate(document: Y.Doc, update: InspectedUpdate): boolean {
  for (const [client, clock] of update.clocks) {
    if (clock > Y.getState(document.store, client)) return false;
  }
  for (const [client, ranges] of update.decoded.ds.clients) {
    for (const range of ranges) {
      if (!isDeleted(document.store, client, range.clock, range.len)) return false;
    }
  }
  return true;
}

function isDeleted(store: Y.Doc['store'], client: number, clock: number, length: number): boolean {
  const end = clock + length;
  if (end > Y.getState(store, client)) return false;
  const structs = store.clients.get(client);
  if (!structs || length === 0) return length === 0;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
