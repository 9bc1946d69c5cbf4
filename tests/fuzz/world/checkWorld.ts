import { expect } from 'vitest';
import * as Y from 'yjs';
import type { DocumentSession } from '#client/sync/DocumentSession.ts';
import { applyStored, loadStoredDocument } from '#server/collaboration/journal/loadStoredDocument.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import type { FuzzTab } from './FuzzTab.ts';
import type { FuzzWorld } from './FuzzWorld.ts';

type AnyTab = FuzzTab<DocumentSession>;

/** At any moment: what somebody was told was saved is on disk, and so is everything they see of others. */
export async function checkNothingIsTakenBack<Tab extends AnyTab>(world: FuzzWorld<Tab>): Promise<void> {
  const stored = await loadStored(world);
  for (const client of [...world.clients, ...world.goneClients]) {
    if (client.claimed)
      expect(addsNothing(stored, client.claimed), 'a change shown as saved is lost').toBe(true);
  }
  for (const client of world.clients) {
    for (const [clientId, clock] of Y.decodeStateVector(Y.encodeStateVector(client.doc))) {
      if (client.options.profile.clientIds.has(clientId)) continue;
      expect(clock, 'somebody saw a change that is not stored').toBeLessThanOrEqual(
        Y.getState(stored.store, clientId),
      );
    }
  }
  stored.destroy();
}

/** At rest: one document everywhere, read alike, and a journal that proves it. */
export async function checkEverybodyAgrees<Tab extends AnyTab>(
  world: FuzzWorld<Tab>,
  /** What is particular to the kind of document: `stored` is the document as the journal has it. */
  checkContent: (tab: Tab, stored: Y.Doc) => void,
): Promise<void> {
  const stored = await loadStored(world);
  const snapshot = Y.snapshot(stored);
  // What a tab sent before it died may build on what it never sent.
  const died = new Set(world.goneClients.map(({ doc }) => doc.clientID));
  const waitedFor = [...(stored.store.pendingStructs?.missing.keys() ?? [])];
  expect(waitedFor.filter((clientId) => !died.has(clientId))).toEqual([]);
  for (const client of world.clients) {
    expect(client.surprises).toEqual([]);
    checkContent(client, stored);
    expect(Y.equalSnapshots(Y.snapshot(client.doc), snapshot), 'the same changes, the same deletions').toBe(
      true,
    );
  }
  stored.destroy();
  await checkJournal(world);
}

async function checkJournal<Tab extends AnyTab>({
  storage,
  documentName,
  clients,
  goneClients,
}: FuzzWorld<Tab>): Promise<void> {
  const journal = { ...storage.journal, listDocuments: async () => [documentName] };
  expect((await verifyJournal({ journal })).problems).toEqual([]);
  const owners = await storage.journal.readOwners(documentName);
  for (const { options } of [...clients, ...goneClients]) {
    for (const clientId of options.profile.clientIds) {
      const owner = owners.get(clientId);
      if (owner !== undefined) expect(owner, 'a client id belongs to its user').toBe(options.userId);
    }
  }
}

async function loadStored<Tab extends AnyTab>({ storage, documentName }: FuzzWorld<Tab>): Promise<Y.Doc> {
  const doc = new Y.Doc();
  applyStored(doc, await loadStoredDocument(storage.journal, documentName));
  return doc;
}

/** Whether a document shows everything of a state; it is left as it was when it does. */
function addsNothing(doc: Y.Doc, update: Uint8Array): boolean {
  let isNew = false;
  const note = () => {
    isNew = true;
  };
  doc.on('update', note);
  Y.applyUpdate(doc, update);
  doc.off('update', note);
  return !isNew;
}
