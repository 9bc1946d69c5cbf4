import SqliteDatabase from 'better-sqlite3';
import { Kysely, type LogEvent } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabaseAccess } from '#server/storage/DatabaseAccess.ts';
import type { HistoryStore, RowChangeFilter, RowChangePlace } from '#server/storage/HistoryStore.ts';
import { openKyselyStorage } from '#server/storage/openKyselyStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { SqliteFileDialect } from '#server/storage/sqlite/SqliteFileDialect.ts';
import { createHistoryStore } from '#server/storage/stores/createHistoryStore.ts';
import type { Tables } from '#server/storage/Tables.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';

const sheet = 'sheet/r2020/viza';
const rowId = RowId.parse('row1');
const userId = UserId.parse('olena');
const after: RowChangePlace = { moment: 1_005, sequence: 5, rowId, field: 'content' };

/** Each with what it has to go by beside the document. */
const questions: [string, RowChangeFilter, RegExp][] = [
  ['a cell', { rowId, field: 'content' }, /row_id=\?/],
  ['a cell, by one person', { rowId, field: 'content', userId }, /row_id=\?/],
  ['a row', { rowId }, /row_id=\?/],
  ['a row, on one day', { rowId, from: 1_000, to: 1_009 }, /row_id=\?/],
  ['a person', { userId }, /user_id=\?/],
  ['a person since a moment', { userId, from: 1_003 }, /user_id=\? AND moment>\?/],
  ['a person up to a moment', { userId, to: 1_003 }, /user_id=\? AND moment<\?/],
  ['a person on one day', { userId, from: 1_000, to: 1_009 }, /user_id=\? AND moment>\? AND moment<\?/],
  ['a day', { from: 1_000, to: 1_009 }, /moment>\? AND moment<\?/],
];

describe('what the history of a sheet reads', () => {
  let database: SqliteDatabase.Database;
  let storage: Storage;
  let history: HistoryStore;
  let asked: { sql: string; parameters: readonly unknown[] }[];

  beforeEach(async () => {
    database = new SqliteDatabase(':memory:');
    asked = [];
    const log = ({ query }: LogEvent) => void asked.push(query);
    const db = new Kysely<Tables>({ dialect: new SqliteFileDialect(database), log });
    storage = await openKyselyStorage(db, 'sqlite');
    history = createHistoryStore(createDatabaseAccess(db, 'sqlite'));
    await storage.journal.append(buildJournalEntries(sheet, 9), []);
    // Finds the number of the document, which is remembered.
    await history.list(sheet, {}, 1);
    asked = [];
  });

  afterEach(() => storage.close());

  /** How SQLite finds changes for what was asked last. */
  function explain(): string[] {
    const { sql, parameters } = must(asked.at(-1), 'a statement');
    expect(sql).toContain('row_changes');
    const steps = database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
    return steps.map(({ detail }) => detail);
  }

  const readsOf = (plan: readonly string[]) => plan.filter((step) => step.includes(' row_changes '));

  test.each(questions)(
    'HIS-41: of %s it goes by an index down to what is asked for',
    async (_, filter, way) => {
      for (const page of [undefined, after]) {
        await history.list(sheet, filter, 10, page);
        const plan = explain();
        expect(readsOf(plan)).toEqual([expect.stringMatching(way)]);
        // Sorted by the index: else all would be read before the first page.
        expect(plan.filter((step) => step.includes('ORDER BY'))).toEqual([]);
      }
    },
  );

  test('HIS-41: pages of a whole sheet, news and what entries did go by an index', async () => {
    await history.list(sheet, {}, 10, after);
    expect(readsOf(explain())).toEqual([expect.stringContaining('moment<?')]);
    await history.count(sheet, { from: 1_000, exceptUserId: userId }, 10);
    expect(readsOf(explain())).toEqual([expect.stringContaining('moment>?')]);
    await history.readBetween(sheet, 1, 3);
    expect(readsOf(explain())).toEqual([expect.stringContaining('sequence>? AND sequence<?')]);
  });

  test('HIS-41: the newest change of a row is found by the row, and read by its entry', async () => {
    for (const find of [history.findLast, history.findLastWhole]) {
      await find(sheet, [rowId, RowId.parse('row2')]);
      expect(readsOf(explain()).toSorted()).toEqual([
        expect.stringMatching(/USING COVERING INDEX row_changes_of_row .*row_id=\?/),
        expect.stringMatching(/USING PRIMARY KEY .*sequence=\? AND row_id=\?/),
      ]);
    }
  });
});
