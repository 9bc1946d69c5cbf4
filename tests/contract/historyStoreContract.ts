import { expect, test } from 'vitest';
import type { RowChangeRecord } from '#server/storage/HistoryStore.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import type { StorageFixture } from './StorageFixture.ts';

const sheet = 'sheet/r2020/viza';
const other = 'sheet/r2020/other';
const [rowA, rowB] = ['rowA', 'rowB'].map((id) => RowId.parse(id)) as [RowId, RowId];
const [olena, hanna] = ['olena', 'hanna'].map((id) => UserId.parse(id)) as [UserId, UserId];

function change(sequence: number, part: Partial<RowChangeRecord> = {}): RowChangeRecord {
  return {
    sequence,
    rowId: rowA,
    table: 'activity',
    field: 'content',
    userId: olena,
    time: 1_000 + sequence,
    moment: 1_000 + sequence,
    before: 'null',
    after: `"${sequence}"`,
    ...part,
  };
}

const markAt = (sequence: number) => ({ sequence, moment: 1_000 + sequence });

export function describeHistoryStore(fixture: StorageFixture): void {
  const fill = (name: string) => fixture.storage.journal.append(buildJournalEntries(name, 9), []);

  test('HIS-10 changes and the mark are stored together, once, and outlive a restart', async () => {
    await fill(sheet);
    expect(await fixture.storage.history.findMark(sheet)).toBeNull();
    const first = [change(1, { field: null, before: 'null', after: '{"kind":"activity"}' }), change(2)];
    expect(await fixture.storage.history.record(sheet, 0, markAt(2), first)).toBe(true);
    await fixture.reopen();
    const { history } = fixture.storage;
    expect(await history.findMark(sheet)).toEqual(markAt(2));
    // Somebody who began from an older mark comes too late, and adds nothing.
    expect(await history.record(sheet, 0, markAt(3), [change(3)])).toBe(false);
    expect(await history.record(sheet, 1, markAt(3), [change(3)])).toBe(false);
    expect(await history.record(sheet, 2, markAt(3), [change(3, { userId: null })])).toBe(true);
    expect(await history.list(sheet, {}, 10)).toEqual([change(3, { userId: null }), ...first.toReversed()]);
    expect(await history.list(other, {}, 10)).toEqual([]);
  });

  test('HIS-11 changes are found by cell, row, person and time, latest first, page by page', async () => {
    const { history } = fixture.storage;
    await fill(sheet);
    const all = [
      change(1, { field: null }),
      change(2),
      change(2, { field: 'note' }),
      change(2, { rowId: rowB }),
      change(3, { userId: hanna }),
      change(4, { rowId: rowB, userId: hanna, moment: 1_004 }),
      // The clock was set back: what came later stands later all the same.
      change(5, { time: 900, moment: 1_004, after: '"після"' }),
    ];
    await history.record(sheet, 0, { sequence: 5, moment: 1_004 }, all);
    const list = async (filter: Parameters<typeof history.list>[1]) =>
      (await history.list(sheet, filter, 20)).map(({ sequence, rowId, field }) => [sequence, rowId, field]);
    expect(await list({ rowId: rowA, field: 'content' })).toEqual([
      [5, rowA, 'content'],
      [3, rowA, 'content'],
      [2, rowA, 'content'],
      [1, rowA, null],
    ]);
    expect(await list({ rowId: rowB })).toEqual([
      [4, rowB, 'content'],
      [2, rowB, 'content'],
    ]);
    expect((await list({ userId: hanna })).map(([sequence]) => sequence)).toEqual([4, 3]);
    expect((await list({ from: 1_002, to: 1_004 })).map(([sequence]) => sequence)).toEqual([3, 2, 2, 2]);
    const paged: RowChangeRecord[] = [];
    for (;;) {
      const page = await history.list(sheet, {}, 2, paged.at(-1));
      paged.push(...page);
      if (page.length < 2) break;
    }
    expect(paged).toEqual(await history.list(sheet, {}, 20));
    expect(paged).toHaveLength(all.length);
  });

  test('HIS-11 what the entries between two did is read in their order', async () => {
    const { history } = fixture.storage;
    await fill(sheet);
    const all = [change(1, { field: null }), change(2), change(2, { field: 'note' }), change(4)];
    await history.record(sheet, 0, { sequence: 5, moment: 1_004 }, all);
    expect(await history.readBetween(sheet, 0, 9)).toEqual(all);
    expect(await history.readBetween(sheet, 1, 3)).toEqual(all.slice(1, 3));
    expect(await history.readBetween(sheet, 4, Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(await history.readBetween(other, 0, 9)).toEqual([]);
  });

  test('HIS-28 changes are counted with the rows they are of, without one person’s, and up to a bound', async () => {
    const { history } = fixture.storage;
    await fill(sheet);
    const all = [
      change(1),
      change(2, { rowId: rowB, userId: hanna }),
      change(3, { rowId: rowB, userId: null }),
      change(4),
    ];
    await history.record(sheet, 0, markAt(4), all);
    expect(await history.count(sheet, {}, 10)).toEqual({ changes: 4, rows: 2 });
    expect(await history.count(sheet, { from: 1_002, exceptUserId: olena }, 10)).toEqual({
      changes: 2,
      rows: 1,
    });
    expect(await history.count(sheet, {}, 3)).toEqual({ changes: 3, rows: 2 });
    expect(await history.count(other, {}, 3)).toEqual({ changes: 0, rows: 0 });
    expect(await history.list(sheet, { exceptUserId: olena }, 10)).toEqual([all[2], all[1]]);
  });

  test('HIS-12 of each row the newest change, and how it last came or went, are found', async () => {
    const { history } = fixture.storage;
    await fill(sheet);
    const gone = change(3, { field: null, before: '{"kind":"activity"}', after: 'null' });
    await history.record(sheet, 0, markAt(4), [
      change(1, { field: null }),
      change(2),
      gone,
      change(4, { rowId: rowB }),
    ]);
    expect(
      [...(await history.findLast(sheet, [rowA, rowB])).values()].map(({ sequence }) => sequence).sort(),
    ).toEqual([3, 4]);
    expect(await history.findLastWhole(sheet, [rowA, rowB, RowId.parse('none')])).toEqual(
      new Map([[rowA, gone]]),
    );
    expect(await history.findLast(other, [rowA])).toEqual(new Map());
  });

  test('HIS-13 the newest state that is not too new is found, and what is known can be thrown away', async () => {
    const { history } = fixture.storage;
    await fill(sheet);
    const at = (sequence: number) => ({
      documentName: sheet,
      sequence,
      state: new Uint8Array([sequence, 0, 255]),
    });
    expect(await history.findCheckpoint(sheet, 9)).toBeNull();
    for (const sequence of [3, 6]) await history.saveCheckpoint(at(sequence));
    await history.saveCheckpoint({ ...at(6), state: new Uint8Array([1]) });
    expect(await history.findCheckpoint(sheet, 2)).toBeNull();
    expect(await history.findCheckpoint(sheet, 5)).toEqual(at(3));
    expect(await history.findCheckpoint(sheet, 6)).toEqual(at(6));
    expect(await history.findCheckpoint(sheet, 100)).toEqual(at(6));
    await expect(history.saveCheckpoint(at(10))).rejects.toThrow();
    expect(await history.inspectCheckpoints(sheet)).toEqual([
      { sequence: 3, isIntact: true },
      { sequence: 6, isIntact: true },
    ]);
    expect(await history.inspectCheckpoints(other)).toEqual([]);

    await history.record(sheet, 0, markAt(2), [change(2)]);
    await history.forget(sheet);
    expect(await history.findMark(sheet)).toBeNull();
    expect(await history.findCheckpoint(sheet, 9)).toBeNull();
    expect(await history.list(sheet, {}, 10)).toEqual([]);
    expect(must(await fixture.storage.journal.findHead(sheet), 'journal').sequence).toBe(9);
  });
}
