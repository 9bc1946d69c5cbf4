import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import { isWhole, verifySqliteFile } from '#server/storage/sqlite/verifySqliteFile.ts';
import { must } from '#shared/must.ts';
import { buildJournalEntries } from '#tests/support/buildJournalEntries.ts';
import { createTempDir, type TempDir } from '#tests/support/createTempDir.ts';

const viza = 'sheet/r2020/viza';
const apparatus = 'sheet/r2020/aparat';

/** Each case tampers with a copy of one healthy database: documents 1 and 2, six entries each, a snapshot at 4. */
describe('verifyJournal', () => {
  let dir: TempDir;
  let healthy: string;
  let copies = 0;

  beforeAll(async () => {
    dir = await createTempDir();
    healthy = join(dir.path, 'healthy.sqlite');
    const storage = await openStorage({ databaseUrl: null, file: healthy });
    await storage.journal.append(buildJournalEntries(viza, 6), []);
    await storage.journal.append(buildJournalEntries(apparatus, 6), []);
    await storage.journal.saveSnapshot({
      documentName: viza,
      sequence: 4,
      state: new Uint8Array(500).fill(1),
    });
    await storage.close();
  });

  afterAll(() => dir.remove());

  /** The names and sequences that are pointed at after running the statement on a copy. */
  async function tamper(statement: string, ...parameters: unknown[]) {
    copies += 1;
    const file = join(dir.path, `copy-${copies}.sqlite`);
    await copyFile(healthy, file);
    const database = new SqliteDatabase(file);
    database.pragma('foreign_keys = OFF');
    expect(database.prepare(statement).run(...parameters).changes).toBeGreaterThan(0);
    database.close();
    return verifySqliteFile(file);
  }

  test('JRN-26 a healthy journal has no problems', async () => {
    expect(await verifySqliteFile(healthy)).toEqual({ documents: 2, entries: 12, problems: [], damage: [] });
  });

  const where = 'where document_id = 2 and sequence = 3';
  const changes: [what: string, statement: string, sequence: number][] = [
    ['a user', `update journal set user_id = 'somebody-else' ${where}`, 3],
    [
      'a user where there was none',
      `update journal set user_id = null where document_id = 2 and sequence = 4`,
      4,
    ],
    ['a time by a millisecond', `update journal set time = time + 1 ${where}`, 3],
    ['a time into a text', `update journal set time = 'yesterday' ${where}`, 3],
    ['a time into a fraction', `update journal set time = 0.5 ${where}`, 3],
    ['a time before all times', `update journal set time = -1 ${where}`, 3],
    ['a sequence past the end', `update journal set sequence = 7 ${where}`, 3],
    ['a sequence to under zero', `update journal set sequence = -3 ${where}`, 3],
    ['the last sequence', `update journal set sequence = 8 where document_id = 2 and sequence = 6`, 6],
    ['a shorter change', `update journal set change = substr(change, 1, 39) ${where}`, 3],
    ['an empty change', `update journal set change = zeroblob(0) ${where}`, 3],
    ['a shorter hash', `update journal set hash = substr(hash, 1, 31) ${where}`, 3],
    ['an entry that is taken out', `delete from journal ${where}`, 3],
    ['the first entry, taken out', `delete from journal where document_id = 2 and sequence = 1`, 1],
  ];

  test.each(changes)('JRN-26 finds %s', async (_what, statement, sequence) => {
    const { problems } = await tamper(statement);
    const named = problems.filter(({ documentName }) => documentName !== viza);
    expect(named.map((problem) => problem.sequence)).toContain(sequence);
    expect(problems.filter(({ documentName }) => documentName === viza)).toEqual([]);
  });

  test('JRN-26 finds one flipped bit in every single byte of a change and of a hash', async () => {
    for (const [column, length] of [
      ['change', 40],
      ['hash', 32],
    ] as const) {
      const original = readBytes(healthy, column);
      expect(original).toHaveLength(length);
      for (let index = 0; index < length; index += 1) {
        const flipped = Buffer.from(original);
        flipped[index] = must(flipped[index], 'byte') ^ (1 << (index % 8));
        const { problems } = await tamper(`update journal set ${column} = ? ${where}`, flipped);
        expect(problems.map(({ sequence }) => sequence)).toContain(3);
      }
    }
  });

  test('JRN-26 finds a whole entry that was written anew with a hash of its own', async () => {
    const forged = must(buildJournalEntries(apparatus, 3, null, 41).at(-1), 'entry');
    const { problems } = await tamper(
      `update journal set change = ?, hash = ? ${where}`,
      Buffer.from(forged.update),
      Buffer.from(forged.hash),
    );
    expect(problems.map(({ sequence }) => sequence)).toEqual([3, 4]);
  });

  test('JRN-26 finds entries under another document’s name, or under none', async () => {
    const renamed = await tamper(`update documents set name = 'sheet/r2020/aparaT' where id = 2`);
    expect(renamed.problems).toHaveLength(6);
    const orphans = await tamper('delete from documents where id = 2');
    expect(isWhole(orphans)).toBe(false);
    const moved = await tamper(
      'update journal set document_id = 1, sequence = 7 where document_id = 2 and sequence = 6',
    );
    expect(moved.problems).toEqual([{ documentName: viza, sequence: 7, problem: 'changed' }]);
  });

  test('JRN-26 finds a snapshot that is damaged or ahead of its journal, and reading leaves it aside', async () => {
    const damaged = await tamper('update snapshots set state = zeroblob(500)');
    expect(damaged.problems).toEqual([{ documentName: viza, sequence: 4, problem: 'snapshot-damaged' }]);
    const storage = await openStorage({ databaseUrl: null, file: join(dir.path, `copy-${copies}.sqlite`) });
    expect(await storage.journal.findSnapshot(viza)).toBeNull();
    await storage.close();
    const ahead = await tamper('update snapshots set sequence = 7');
    expect(ahead.problems).toEqual([{ documentName: viza, sequence: 7, problem: 'snapshot-ahead' }]);
    const cut = await tamper('delete from journal where document_id = 1 and sequence > 3');
    expect(cut.problems).toEqual([{ documentName: viza, sequence: 4, problem: 'snapshot-ahead' }]);
  });

  test('JRN-26 finds a flipped byte anywhere in the file’s journal pages', async () => {
    const bytes = await readFile(healthy);
    const entry = must(buildJournalEntries(apparatus, 5).at(-1), 'entry');
    const at = bytes.indexOf(entry.update);
    expect(at).toBeGreaterThan(0);
    // The record of this entry: sequence, user and time before its change, its hash after it.
    for (let index = at - 20; index < at + 72; index += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = must(flipped[index], 'byte') ^ 0x10;
      const file = join(dir.path, 'flipped.sqlite');
      await writeFile(file, flipped);
      expect(isWhole(await verifySqliteFile(file)), `byte ${index - at}`).toBe(false);
    }
  });
});

function readBytes(file: string, column: 'change' | 'hash'): Buffer {
  const database = new SqliteDatabase(file, { readonly: true });
  const value = database
    .prepare(`select ${column} from journal where document_id = 2 and sequence = 3`)
    .pluck()
    .get();
  database.close();
  if (!Buffer.isBuffer(value)) throw new Error(`${column} is no blob`);
  return value;
}
