import { expect, test } from 'vitest';
import { type ClientOwner, JournalConflict } from '#server/storage/Storage.ts';
import { verifyJournal } from '#server/storage/verifyJournal.ts';
import { UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import type { StorageFixture } from './StorageFixture.ts';

const sheet = 'sheet/r2020/viza';
const narrative = 'narrative/r2020/d1';

export function describeJournalStore(fixture: StorageFixture): void {
  test('JRN-21 entries come back byte for byte, in order, after a restart', async () => {
    const entries = buildJournalEntries(sheet, 25);
    await fixture.storage.journal.append(entries.slice(0, 1), []);
    await fixture.storage.journal.append(entries.slice(1), []);
    await fixture.reopen();
    const { journal } = fixture.storage;
    expect(await journal.readAfter(sheet, 0)).toEqual(entries);
    expect(await journal.readAfter(sheet, 20)).toEqual(entries.slice(20));
    expect(await journal.readAfter(sheet, 3, 4)).toEqual(entries.slice(3, 7));
    expect(await journal.readAfter(sheet, 25)).toEqual([]);
    const { sequence, hash } = must(entries.at(-1), 'entry');
    expect(await journal.findHead(sheet)).toEqual({ sequence, hash });
  });

  test('JRN-21 a document without entries', async () => {
    const { journal } = fixture.storage;
    await journal.append([], []);
    expect(await journal.findHead(sheet)).toBeNull();
    expect(await journal.readAfter(sheet, 0)).toEqual([]);
    expect(await journal.findSnapshot(sheet)).toBeNull();
    expect(await journal.inspectSnapshot(sheet)).toBeNull();
    expect(await journal.readOwners(sheet)).toEqual(new Map());
    expect(await journal.listDocuments()).toEqual([]);
  });

  test('JRN-21 every byte, an empty change and a large one are kept as they are', async () => {
    const { journal } = fixture.storage;
    const [empty, all] = [0, 256].map((bytes) => buildJournalEntries(`sheet/r/${bytes}`, 1, null, bytes));
    const large = buildJournalEntries('sheet/r/large', 1, null, 200_000);
    const entries = [...must(empty, 'empty'), ...must(all, 'all'), ...large];
    await journal.append(entries, []);
    for (const entry of entries) expect(await journal.readAfter(entry.documentName, 0)).toEqual([entry]);
    expect((await verifyJournal(fixture.storage)).problems).toEqual([]);
  });

  test('JRN-22 one append holds entries of many documents in any order, more than one statement takes', async () => {
    const { journal } = fixture.storage;
    const names = Array.from({ length: 40 }, (_, index) => `sheet/r2020/o${index}`);
    const chains = names.map((name) => buildJournalEntries(name, 60));
    const mixed = chains.flat().sort((a, b) => a.time - b.time);
    await journal.append([...mixed].reverse(), []);
    expect((await journal.listDocuments()).sort()).toEqual([...names].sort());
    for (const [index, name] of names.entries())
      expect(await journal.readAfter(name, 0)).toEqual(chains[index]);
  });

  test('JRN-22 appends that are made at once are all stored', async () => {
    const { journal } = fixture.storage;
    const chains = Array.from({ length: 30 }, (_, index) => buildJournalEntries(`sheet/r2020/o${index}`, 5));
    await Promise.all(chains.map((chain) => journal.append(chain, [])));
    const verification = await verifyJournal(fixture.storage);
    expect(verification).toEqual({ documents: 30, entries: 150, problems: [] });
  });

  test('JRN-23 a sequence that is taken refuses the whole append', async () => {
    const { journal } = fixture.storage;
    const entries = buildJournalEntries(sheet, 3);
    await journal.append(entries.slice(0, 2), []);
    const fresh = buildJournalEntries(narrative, 2);
    const owners: ClientOwner[] = [{ documentName: sheet, clientId: 7, userId: UserId.parse('olena') }];
    const late = buildJournalEntries(sheet, 2, null, 41).slice(1);
    await expect(journal.append([...fresh, ...late], owners)).rejects.toBeInstanceOf(JournalConflict);
    expect(await journal.readAfter(sheet, 0)).toEqual(entries.slice(0, 2));
    expect(await journal.findHead(narrative)).toBeNull();
    expect(await journal.listDocuments()).toEqual([sheet]);
    expect(await journal.readOwners(sheet)).toEqual(new Map());
    await journal.append([...fresh, ...entries.slice(2)], owners);
    expect((await verifyJournal(fixture.storage)).problems).toEqual([]);
    expect(await journal.readAfter(narrative, 0)).toEqual(fresh);
  });

  test('JRN-23 one sequence twice in one append is refused', async () => {
    const { journal } = fixture.storage;
    const [entry] = buildJournalEntries(sheet, 1);
    const twice = [must(entry, 'entry'), must(entry, 'entry')];
    await expect(journal.append(twice, [])).rejects.toBeInstanceOf(JournalConflict);
    expect(await journal.listDocuments()).toEqual([]);
  });

  test('JRN-23 of two appends of one sequence at the same moment one is stored', async () => {
    const { journal } = fixture.storage;
    const rivals = [40, 41, 42].map((bytes) => buildJournalEntries(sheet, 1, null, bytes));
    const outcomes = await Promise.allSettled(rivals.map((entries) => journal.append(entries, [])));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refusals).toEqual([expect.any(JournalConflict), expect.any(JournalConflict)]);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(await journal.readAfter(sheet, 0)).toEqual(rivals[winner]);
  });

  test('JRN-27 a snapshot is replaced by a newer one, never by an older one', async () => {
    const { journal } = fixture.storage;
    await journal.append(buildJournalEntries(sheet, 5), []);
    const at = (sequence: number) => ({
      documentName: sheet,
      sequence,
      state: Uint8Array.from({ length: 1_000 }, (_, index) => (index * sequence) % 256),
    });
    await journal.saveSnapshot(at(2));
    await journal.saveSnapshot(at(4));
    await journal.saveSnapshot(at(3));
    await fixture.reopen();
    expect(await fixture.storage.journal.findSnapshot(sheet)).toEqual(at(4));
    expect(await fixture.storage.journal.inspectSnapshot(sheet)).toEqual({ sequence: 4, isIntact: true });
    expect(await fixture.storage.journal.readAfter(sheet, 0)).toHaveLength(5);
  });

  test('JRN-27 a snapshot ahead of the journal is refused', async () => {
    const { journal } = fixture.storage;
    const state = new Uint8Array(3);
    await expect(journal.saveSnapshot({ documentName: sheet, sequence: 1, state })).rejects.toThrow();
    await journal.append(buildJournalEntries(sheet, 2), []);
    await expect(journal.saveSnapshot({ documentName: sheet, sequence: 3, state })).rejects.toThrow();
    expect(await journal.findSnapshot(sheet)).toBeNull();
  });

  test('CMP-9 what had been accepted by a moment, and the entries going back, also with a clock set back', async () => {
    const { journal } = fixture.storage;
    const times = [100, 200, 200, 150, 300];
    const entries = buildJournalEntries(sheet, 5).map((entry, index) => ({
      ...entry,
      time: must(times[index], 'time'),
    }));
    await journal.append([...entries, ...buildJournalEntries(narrative, 2)], []);
    const sequences = [99, 100, 149, 150, 199, 200, 299, 300, 8_640_000_000_000_000].map((time) =>
      journal.findSequenceAt(sheet, time),
    );
    expect(await Promise.all(sequences)).toEqual([0, 1, 1, 4, 4, 4, 4, 5, 5]);
    expect(await journal.findSequenceAt('sheet/r2020/nobody', 1_000)).toBe(0);

    const marks = entries.map(({ sequence, userId, time }) => ({ sequence, userId, time }));
    expect(await journal.readMarksBack(sheet, 5, 10)).toEqual(marks.toReversed());
    expect(await journal.readMarksBack(sheet, 4, 2)).toEqual(marks.slice(2, 4).toReversed());
    expect(await journal.readMarksBack(sheet, 0, 2)).toEqual([]);
    expect(await journal.readMarksBack('sheet/r2020/nobody', 9, 2)).toEqual([]);
  });

  test('JRN-28 a client id belongs to the first user it was recorded for, in each document apart', async () => {
    const [olena, taras] = [UserId.parse('olena'), UserId.parse('taras')];
    const own = (documentName: string, clientId: number, userId: UserId) => ({
      documentName,
      clientId,
      userId,
    });
    const { journal } = fixture.storage;
    const [first, second] = buildJournalEntries(sheet, 2);
    await journal.append([must(first, 'entry')], [own(sheet, 1, olena), own(sheet, 4_294_967_295, taras)]);
    await journal.append(
      [must(second, 'entry')],
      [own(sheet, 1, taras), own(sheet, 2, taras), own(sheet, 2, taras)],
    );
    await journal.append([], [own(narrative, 1, taras)]);
    await fixture.reopen();
    expect(await fixture.storage.journal.readOwners(sheet)).toEqual(
      new Map([
        [1, olena],
        [2, taras],
        [4_294_967_295, taras],
      ]),
    );
    expect(await fixture.storage.journal.readOwners(narrative)).toEqual(new Map([[1, taras]]));
    expect(await fixture.storage.journal.listDocuments()).toEqual([sheet]);
  });

  test('a healthy storage answers a ping; a closed one refuses, and lets what is under way finish', async () => {
    const { storage } = fixture;
    await storage.ping();
    await storage.ping();
    const underWay = storage.journal.append(buildJournalEntries(sheet, 10), []);
    await storage.close();
    await underWay;
    await expect(storage.ping()).rejects.toMatchObject({ code: 'storage.unavailable' });
    await storage.close();
    await fixture.reopen();
    expect(await fixture.storage.journal.readAfter(sheet, 0)).toHaveLength(10);
  });
}
