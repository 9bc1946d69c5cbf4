import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { loadPastDocument } from '#server/collaboration/journal/loadPastDocument.ts';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { JournalEntry, Storage } from '#server/storage/Storage.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, RowId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import { readRow } from '#shared/sheet/readRow.ts';
import { deleteRow, insertRow, moveRow, readSheet, setCell } from '#shared/sheet/sheetDocument.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { smallReport, startCollaboration } from '#tests/support/startCollaboration.ts';

const organisationId = OrganisationId.parse('viza');
const rowIds = ['r1', 'r2', 'r3'].map((id) => RowId.parse(id));
const people = ['u1', 'u2', null].map((id) => (id === null ? null : UserId.parse(id)));
const nothingOpen = { find: () => undefined };

type Step = {
  row: number;
  person: number;
  act: 'insert' | 'content' | 'note' | 'clear' | 'move' | 'delete' | 'ask' | 'restart' | 'snapshot';
};
const step: fc.Arbitrary<Step> = fc.record({
  row: fc.nat(rowIds.length - 1),
  person: fc.nat(people.length - 1),
  act: fc.constantFrom(
    ...(['insert', 'insert', 'content', 'content', 'note', 'clear', 'move'] as const),
    ...(['delete', 'ask', 'restart', 'snapshot'] as const),
  ),
});

function act(doc: Y.Doc, { row, act }: Step, index: number): boolean {
  const id = must(rowIds[row], 'row');
  const has = readSheet(doc, organisationId).some((shown) => shown.id === id);
  if (act === 'insert') {
    if (has) return false;
    insertRow(doc, { id, kind: 'activity', order: 'a0', values: { content: `слова ${index}` } });
  } else if (!has) return false;
  else if (act === 'content' || act === 'note') setCell(doc, id, act, `${act} ${index}`);
  else if (act === 'clear') setCell(doc, id, 'content', null);
  else if (act === 'move') moveRow(doc, id, `a${index}`);
  else if (act === 'delete') deleteRow(doc, id);
  else return false;
  return true;
}

/** Rows as a person reads them, without their places, which have no history. */
const plain = (rows: readonly Row[]) =>
  rows.map(({ id, values }) => ({ id, values })).sort((a, b) => (a.id < b.id ? -1 : 1));

function chainEntries(documentName: string, updates: readonly Uint8Array[]): JournalEntry[] {
  let previous: Uint8Array | null = null;
  return updates.map((update, index): JournalEntry => {
    const entry = { documentName, sequence: index + 1, userId: null, time: 1_000 + index, update };
    const hash: Uint8Array = computeEntryHash(entry, previous);
    previous = hash;
    return { ...entry, hash };
  });
}

describe('HistoryLedger', () => {
  let dir: TempDir;
  let storage: Storage;

  beforeEach(async () => {
    dir = await createTempDir();
    storage = await openStorage({ databaseUrl: null, file: `${dir.path}/zvit.db` });
  });

  afterEach(async () => {
    await storage.close();
    await dir.remove();
  });

  it('HIS-14 the table replayed at any sequence, from states or from changes, is the table that was seen then', async () => {
    let round = 0;
    let seenChanges = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        round += 1;
        const name = `sheet/round${round}/viza`;
        const scribe = new JournalScribe(storage, name);
        let ledger = new HistoryLedger(storage, nothingOpen);
        const seen: ReturnType<typeof plain>[] = [[]];
        const authors: (UserId | null)[] = [];
        for (const [index, one] of steps.entries()) {
          if (one.act === 'ask') await ledger.catchUp(name);
          else if (one.act === 'restart') ledger = new HistoryLedger(storage, nothingOpen);
          else if (one.act === 'snapshot' && seen.length > 1) {
            await scribe.takeSnapshot();
            const state = Y.encodeStateAsUpdate(scribe.doc);
            await storage.history.saveCheckpoint({ documentName: name, sequence: seen.length - 1, state });
          } else {
            const user = people[one.person] ?? null;
            const copy = new Y.Doc();
            Y.applyUpdate(copy, Y.encodeStateAsUpdate(scribe.doc));
            if (!act(copy, one, index) || Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(scribe.doc)))
              continue;
            await scribe.write(1_000 + index, user, (doc) => void act(doc, one, index));
            seen.push(plain(readSheet(scribe.doc, organisationId)));
            authors.push(user);
          }
        }
        await ledger.catchUp(name);

        for (const [sequence, expected] of seen.entries()) {
          const past = new Y.Doc();
          await loadPastDocument(storage, name, sequence, (apply) => apply(past));
          expect(plain(readSheet(past, organisationId))).toEqual(expected);
        }
        // The changes alone, one after the other, give every table too, old values included.
        const changes = (await storage.history.list(name, {}, 1_000)).toReversed();
        const rows = new Map<RowId, Record<string, unknown>>();
        for (const [sequence, expected] of seen.entries()) {
          for (const change of changes.filter((one) => one.sequence === sequence)) {
            seenChanges += 1;
            expect(change.userId).toBe(authors[sequence - 1]);
            const [before, after] = [change.before, change.after].map((text) => JSON.parse(text));
            if (change.field !== null) {
              const stored = must(rows.get(change.rowId), 'row');
              expect(stored[change.field] ?? null).toEqual(before);
              stored[change.field] = after;
            } else if (after === null) {
              const held = readRow(change.rowId, organisationId, before, {});
              expect(held.values).toEqual(
                readRow(change.rowId, organisationId, rows.get(change.rowId), {}).values,
              );
              rows.delete(change.rowId);
            } else rows.set(change.rowId, after);
          }
          const shown = [...rows].map(([id, stored]) => readRow(id, organisationId, stored, {}));
          expect(plain(shown)).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
    expect(seenChanges).toBeGreaterThan(60);
  });

  it('HIS-42: a document whose state outgrows its changes has one kept every 10,000 entries all the same', async () => {
    const name = 'sheet/r/viza';
    const id = must(rowIds[0], 'row');
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    // As large as all that comes after it together.
    insertRow(doc, { id, kind: 'activity', order: 'a0', values: { content: 'слова '.repeat(100_000) } });
    for (let index = 1; index < 20_500; index += 1) setCell(doc, id, 'quantity', index);
    await storage.journal.append(chainEntries(name, updates), []);
    const ledger = new HistoryLedger(storage, nothingOpen);
    await ledger.catchUp(name);

    const states = await storage.history.inspectCheckpoints(name);
    const places = [0, ...states.map(({ sequence }) => sequence), updates.length];
    const gaps = places.slice(1).map((place, index) => place - must(places[index], 'a place'));
    expect(Math.max(...gaps)).toBe(10_000);
    // Not one every few hundred either: they take room.
    expect(states).toHaveLength(2);
    await ledger.stop();
  });

  it('HIS-14 two who catch up at once take every entry in once', async () => {
    const name = 'sheet/r/viza';
    const scribe = new JournalScribe(storage, name);
    const id = must(rowIds[0], 'row');
    await scribe.write(1_000, null, (doc) =>
      insertRow(doc, { id, kind: 'activity', order: 'a0', values: {} }),
    );
    for (let index = 0; index < 350; index += 1) {
      await scribe.write(1_001 + index, null, (doc) => setCell(doc, id, 'quantity', index));
    }
    // Few enough for whoever asks first.
    await new HistoryLedger(storage, nothingOpen).catchUpIfFarBehind(name);
    expect(await storage.history.findMark(name)).toBeNull();
    const ledgers = [0, 1].map(() => new HistoryLedger(storage, nothingOpen));
    await Promise.all(ledgers.flatMap((ledger) => [ledger.catchUp(name), ledger.catchUp(name)]));
    const cell = await storage.history.list(name, { rowId: id, field: 'quantity' }, 1_000);
    expect(cell).toHaveLength(351);
    expect(cell.slice(0, 2).map(({ before, after }) => [before, after])).toEqual([
      ['348', '349'],
      ['347', '348'],
    ]);
  });

  it('HIS-21 what has grown long is taken in when the last person has left, and ends when the server stops', async () => {
    const server = await startCollaboration();
    try {
      const { reportId, first } = smallReport;
      const name = sheetName(reportId, first);
      const scribe = new JournalScribe(server.storage, name);
      const id = must(rowIds[0], 'row');
      await scribe.write(1_000, null, (doc) =>
        insertRow(doc, { id, kind: 'activity', order: 'a0', values: {} }),
      );
      for (let index = 0; index < 520; index += 1) {
        await scribe.write(1_001 + index, null, (doc) => setCell(doc, id, 'quantity', index));
      }
      const { cookie } = await server.editor('Олена', first);
      const { url } = server;
      const client = new SheetClient({ url, cookie, documentName: name, organisationId: first });
      await vi.waitFor(() => expect(client.rows).toHaveLength(1));
      expect(await server.storage.history.findMark(name)).toBeNull();
      client.stop();
      await vi.waitFor(
        async () => expect((await server.storage.history.findMark(name))?.sequence).toBe(521),
        { timeout: 20_000 },
      );
    } finally {
      await server.stop();
    }
    const stopped = new HistoryLedger(storage, nothingOpen);
    await stopped.stop();
    const scribe = new JournalScribe(storage, 'sheet/late/viza');
    const [id] = rowIds;
    await scribe.write(1, null, (doc) =>
      insertRow(doc, { id: must(id, 'row'), kind: 'activity', order: 'a0', values: {} }),
    );
    await expect(stopped.catchUp('sheet/late/viza')).rejects.toThrow();
  });
});
