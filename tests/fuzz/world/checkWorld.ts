import { expect } from 'vitest';
import * as Y from 'yjs';
import { applyStored, loadStoredDocument } from '#server/collaboration/journal/loadStoredDocument.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { readSheet } from '#shared/sheet/sheetDocument.ts';
import { recountTotals } from '#tests/support/recountTotals.ts';
import type { FuzzClient } from './FuzzClient.ts';
import type { FuzzWorld } from './FuzzWorld.ts';

/** At any moment: what somebody was told was saved is on disk, and so is everything they see of others. */
export async function checkNothingIsTakenBack(world: FuzzWorld): Promise<void> {
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

/** At rest: one document everywhere, one total everywhere, and a journal that proves it. */
export async function checkEverybodyAgrees(world: FuzzWorld): Promise<void> {
  const stored = await loadStored(world);
  const rows = readSheet(stored, world.organisationId);
  const totals = recountTotals(world.structure, rows);
  const snapshot = Y.snapshot(stored);
  // What a tab sent before it died may build on what it never sent.
  const died = new Set(world.goneClients.map(({ doc }) => doc.clientID));
  const waitedFor = [...(stored.store.pendingStructs?.missing.keys() ?? [])];
  expect(waitedFor.filter((clientId) => !died.has(clientId))).toEqual([]);
  for (const client of world.clients) {
    expect(client.surprises).toEqual([]);
    expect(client.rows, 'rows').toEqual(rows);
    expect(Y.equalSnapshots(Y.snapshot(client.doc), snapshot), 'the same changes, the same deletions').toBe(
      true,
    );
    expect(client.totals.totals(), 'totals').toEqual(totals);
  }
  stored.destroy();
  await checkJournal(world);
}

/** Totals of one tab in the middle of everything: its own rows, counted naively. */
export function checkOwnTotals(client: FuzzClient, world: FuzzWorld): void {
  expect(client.totals.totals(), 'totals').toEqual(recountTotals(world.structure, client.rows));
}

async function checkJournal({ storage, documentName, clients, goneClients }: FuzzWorld): Promise<void> {
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

async function loadStored({ storage, documentName }: FuzzWorld): Promise<Y.Doc> {
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
