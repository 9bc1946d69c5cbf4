import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { verifyWhole } from '#server/collaboration/history/verifyHistory.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { RowId, type UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { deleteRow, insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { SheetClient } from '#tests/support/SheetClient.ts';
import { smallReport, startCollaboration } from '#tests/support/startCollaboration.ts';

const { reportId, first, second, directionId } = smallReport;
const sheet = sheetName(reportId, first);
const other = sheetName(reportId, second);
const text = narrativeName(reportId, directionId);
const [kept, gone] = ['r1', 'r2'].map((id) => RowId.parse(id)) as [RowId, RowId];

/** Everything that is kept of documents; the check has to know each column of each. */
const tables = ['journal', 'snapshots', 'row_changes', 'history_marks', 'checkpoints'] as const;

let dir: TempDir;
let storage: Storage;
let database: SqliteDatabase.Database;

/** A sheet with a row that is edited and one that is deleted, a second sheet, a text: with history and states. */
beforeAll(async () => {
  dir = await createTempDir();
  const file = join(dir.path, 'zvit.sqlite');
  storage = await openStorage({ databaseUrl: null, file });
  await fill(sheet, (doc, step) => {
    if (step < 2)
      insertRow(doc, { id: step === 0 ? kept : gone, kind: 'activity', order: `a${step}`, values: {} });
    else if (step === 5) deleteRow(doc, gone);
    else setCell(doc, kept, 'content', `слова ${step}`);
  });
  await fill(other, (doc, step) =>
    insertRow(doc, { id: RowId.parse(`o${step}`), kind: 'expenditure', order: `a${step}`, values: {} }),
  );
  await fill(text, (doc) => appendNarrative(doc, [{ type: 'paragraph', content: [] }]));
  database = new SqliteDatabase(file);
  database.pragma('foreign_keys = OFF');
});
afterAll(async () => {
  database.close();
  await storage.close();
  await dir.remove();
});

async function fill(name: string, change: (doc: Y.Doc, step: number) => void): Promise<void> {
  const scribe = new JournalScribe(storage, name);
  for (let step = 0; step < 8; step += 1) {
    await scribe.write(
      1_790_000_000_000 + 60_000 * step,
      ['olena', 'hanna', null][step % 3] as UserId | null,
      (doc) => change(doc, step),
    );
    if (step === 4) await scribe.takeSnapshot();
    if (step === 2 || step === 6) {
      const state = Y.encodeStateAsUpdate(scribe.doc);
      await storage.history.saveCheckpoint({ documentName: name, sequence: step + 1, state });
    }
  }
  await new HistoryLedger(storage, { find: () => undefined }).catchUp(name);
}

/** As `npm run verify-journal` looks: at the documents, and at what points to none. */
async function findProblems(): Promise<string[]> {
  const { problems } = await verifyWhole(storage, await storage.journal.listDocuments());
  const orphans = database.pragma('foreign_key_check') as { table: string }[];
  return [
    ...problems.map(({ documentName, sequence, problem }) => `${documentName} ${sequence} ${problem}`),
    ...orphans.map(({ table }) => `orphan in ${table}`),
  ];
}

/** Every value that differs from this one in one byte. */
function* flip(value: unknown): Generator<unknown> {
  if (typeof value === 'bigint') {
    for (let byte = 0n; byte < 8n; byte += 1n) yield BigInt.asIntN(64, value ^ (1n << (8n * byte)));
  } else if (typeof value === 'string' || Buffer.isBuffer(value)) {
    const bytes = Buffer.from(value as string);
    for (let index = 0; index < bytes.length; index += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = must(flipped[index], 'byte') ^ 1;
      yield typeof value === 'string' ? flipped.toString('latin1') : flipped;
    }
  } else if (value === null) yield 'x';
}

describe('what is kept of documents', () => {
  test('HIS-36 is found whole when it is', async () => {
    expect(await findProblems()).toEqual([]);
    for (const table of tables) {
      const { count } = database.prepare(`select count(*) as count from ${table}`).get() as { count: number };
      expect(count, table).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(tables)(
    'HIS-36 a flipped byte in any column of %s is found, and nothing when it is put back',
    async (table) => {
      const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      const keys = columns.filter((name) => ['document_id', 'sequence', 'row_id', 'field'].includes(name));
      const own = `document_id = (select id from documents where name = '${sheet}')`;
      const rows = database.prepare(`select * from ${table} where ${own}`).safeIntegers().all() as Record<
        string,
        unknown
      >[];
      let flips = 0;
      // Of long tables the first, one in the middle and the last.
      for (const row of new Set([rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)])) {
        if (row === undefined) continue;
        for (const column of columns) {
          for (const flipped of flip(row[column])) {
            const where = (of: Record<string, unknown>) => keys.map((key) => of[key]);
            const set = database.prepare(
              `update ${table} set ${column} = ? where ${keys.map((key) => `${key} = ?`).join(' and ')}`,
            );
            try {
              if (set.run(flipped, ...where(row)).changes !== 1) throw new Error('nothing was flipped');
            } catch (error) {
              // The database itself does not take it: two of one key.
              if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))
                continue;
              throw error;
            }
            const problems = await findProblems();
            expect(
              problems,
              `${table}.${column} of ${JSON.stringify(where(row), (_, v) => String(v))} as ${String(flipped)}`,
            ).not.toEqual([]);
            set.run(row[column], ...where({ ...row, ...(keys.includes(column) && { [column]: flipped }) }));
            flips += 1;
          }
        }
      }
      expect(flips).toBeGreaterThan(20);
      expect(await findProblems()).toEqual([]);
    },
  );

  test('HIS-36 what is taken out, put in or said of another is pointed at', async () => {
    const tamper = async (statement: string) => {
      database.exec('begin');
      database.exec(statement);
      database.exec('commit');
      const problems = await findProblems();
      return problems;
    };
    const all = database.prepare('select * from row_changes').all() as Record<string, unknown>[];
    const restore = () => {
      database.exec('delete from row_changes');
      const put = database.prepare(
        `insert into row_changes values (${Object.keys(must(all[0], 'row'))
          .map(() => '?')
          .join(', ')})`,
      );
      for (const row of all) put.run(...Object.values(row));
    };
    expect(await tamper("delete from row_changes where row_id = 'r1' and sequence = 4")).toEqual([
      `${sheet} 4 history-changed`,
    ]);
    restore();
    expect(await tamper("update row_changes set row_id = 'r9' where row_id = 'r1' and sequence = 4")).toEqual(
      [`${sheet} 4 history-changed`],
    );
    restore();
    expect(await tamper("update row_changes set sequence = 99 where row_id = 'r1' and sequence = 4")).toEqual(
      [`${sheet} 99 history-changed`, `${sheet} 4 history-changed`],
    );
    restore();
    expect(await findProblems()).toEqual([]);
  });
});

test('HIS-36 whose somebody’s words are is held against who brought them; a server at work is whole', async () => {
  const server = await startCollaboration();
  try {
    const olena = await server.editor('Олена', first);
    const hanna = await server.editor('Ганна', first);
    const { url } = server;
    const client = new SheetClient({ url, cookie: olena.cookie, documentName: sheet, organisationId: first });
    await vi.waitFor(() => expect(client.provider.synced).toBe(true));
    insertRow(client.doc, { id: kept, kind: 'activity', order: 'a0', values: { content: 'Засідання' } });
    setCell(client.doc, kept, 'note', 'перша');
    await vi.waitFor(() => expect(client.isSaved).toBe(true));
    client.stop();
    const stores = server.storage;
    await new HistoryLedger(stores, { find: () => undefined }).catchUp(sheet);
    expect((await verifyWhole(stores, [sheet])).problems).toEqual([]);
    // Another person at the same id: nobody could write so, only the database.
    const scribe = new JournalScribe(stores, other);
    scribe.doc.clientID = 7;
    await scribe.write(1, hanna.userId, (doc) =>
      insertRow(doc, { id: kept, kind: 'activity', order: 'a0', values: {} }),
    );
    await stores.journal.append([], [{ documentName: other, clientId: 7, userId: olena.userId }]);
    await new HistoryLedger(stores, { find: () => undefined }).catchUp(other);
    expect((await verifyWhole(stores, [other])).problems).toEqual([
      { documentName: other, sequence: 1, problem: 'owner-changed' },
    ]);
  } finally {
    await server.stop();
  }
});
