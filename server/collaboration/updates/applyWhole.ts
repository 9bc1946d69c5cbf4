import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { applyReadable } from './UnreadableChange.ts';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * Applies an update so that what it replaces goes only when the replacement comes. Setting a value is
 * a new structure and the deletion of the old one; when the structure builds on changes that have not
 * arrived, Yjs keeps it waiting but deletes at once, and a crash of the sender then would leave
 * neither. So such an update is applied without its deletions. They are not lost: whoever brings the
 * missing changes sends all deletions they know along. Throws {@link UnreadableChange}.
 */
export function applyWhole(document: Y.Doc, update: Uint8Array, origin?: unknown, decoded?: Decoded): void {
  applyReadable(() => {
    const { structs, ds } = decoded ?? Y.decodeUpdate(update);
    const hasToWait = ds.clients.size > 0 && structs.length > 0 && hasGap(document.store, structs);
    Y.applyUpdate(document, hasToWait ? withoutDeletions(update, ds) : update, origin);
  });
}

/** Puts a whole state that is kept into an empty document. Throws {@link UnreadableChange}. */
export function applyState(document: Y.Doc, state: Uint8Array): void {
  applyReadable(() => Y.applyUpdate(document, state));
}

/** Whether a structure builds on one that is neither in the document nor before it in the update. */
function hasGap(store: Y.Doc['store'], structs: Decoded['structs']): boolean {
  const known = new Map<number, number>();
  const stateOf = (client: number) => known.get(client) ?? Y.getState(store, client);
  const arriving = structs.filter((struct) => !(struct instanceof Y.Skip));
  for (const { id, length } of arriving) {
    const state = stateOf(id.client);
    if (id.clock > state) return true;
    known.set(id.client, Math.max(state, id.clock + length));
  }
  return arriving.some((struct) => {
    if (!(struct instanceof Y.Item)) return false;
    const references = [
      struct.origin,
      struct.rightOrigin,
      struct.parent instanceof Y.ID ? struct.parent : null,
    ];
    return references.some((reference) => reference !== null && reference.clock >= stateOf(reference.client));
  });
}

/**
 * The deletions stand at the end of an update: written anew, they tell where they begin. An update
 * that is written in any other way than Yjs writes it is given back as it is.
 */
function withoutDeletions(update: Uint8Array, ds: Decoded['ds']): Uint8Array {
  const deletions = encoding.createEncoder();
  encoding.writeVarUint(deletions, ds.clients.size);
  for (const [client, ranges] of ds.clients) {
    encoding.writeVarUint(deletions, client);
    encoding.writeVarUint(deletions, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(deletions, clock);
      encoding.writeVarUint(deletions, len);
    }
  }
  const structsLength = update.byteLength - encoding.length(deletions);
  const isAsExpected = encoding
    .toUint8Array(deletions)
    .every((byte, index) => byte === update[structsLength + index]);
  if (!isAsExpected) return update;
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, update.subarray(0, structsLength));
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
