import { beforeEach, expect, test } from 'vitest';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { CommentId, ThreadId } from '#shared/api/comments.ts';
import { sheetName } from '#shared/documents/documentName.ts';
import { OrganisationId, ReportId, RowId, UserId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { closeReport } from '#tests/support/closeReport.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { finalisedTables } from './finalisedTables.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const elsewhere = ReportId.parse('elsewhere');
const organisationId = OrganisationId.parse('o1');
const userId = UserId.parse('u1');

const guarded = Object.entries(finalisedTables).flatMap(([table, declaration]) =>
  declaration.kind === 'guarded' ? [{ table, ...declaration }] : [],
);

/** What the database holds to of a finalised report, table by table, none left out. */
export function describeFinalisedTables(fixture: StorageFixture): void {
  beforeEach(async () => {
    const { reports, submissions, comments, journal } = fixture.storage;
    await reports.create(buildNewReport());
    await setSheetStatus(fixture.storage, reportId, organisationId, 'submitted');
    await submissions.explain({
      reportId,
      organisationId,
      findingKey: 'k',
      text: 'так',
      userId,
      time: 1,
      sequence: 1,
    });
    await comments.begin({
      id: ThreadId.parse('t1'),
      reportId,
      place: { kind: 'row', table: 'expenditure', organisationId, rowId: RowId.parse('r1') },
      title: 'Квіти',
      quote: null,
      createdAt: 1,
      comment: { id: CommentId.parse('c1'), userId, createdAt: 1, text: 'Чому?', mentions: [] },
    });
    const entry = {
      documentName: sheetName(elsewhere, organisationId),
      sequence: 1,
      userId,
      time: 1,
      update: new Uint8Array([0, 0]),
    };
    await journal.append([{ ...entry, hash: computeEntryHash(entry, null) }], []);
    const corrector = buildStoredUser('olha');
    await fixture.storage.users.create(corrector);
    await fixture.run(`
      insert into budget_lines (report_id, direction_id, organisation_id, fund, kpkvk, kekv, amount)
        values ('report', 'd1', 'o1', 'general', '0210180', '2240', 1);
      insert into extra_columns (report_id, id, position, table_kind, title, kind, options, is_required)
        values ('report', 'c9', 0, 'activity', 'Доданий', 'text', '[]', 0);
      insert into corrections (report_id, id, position, direction_id, planned, reason, organisation_ids, made_by, made_at)
        values ('report', 'c9', 0, 'd1', -1, 'Двічі', '[]', '${corrector.id}', 0);`);
  });

  test('FIN-4 each table whose rows belong to a report says what becomes of it when the report is finalised', async () => {
    const columns = await fixture.query(fixture.catalogue.columns);
    const keys = await fixture.query(fixture.catalogue.references);
    const found = new Set(['reports', 'documents']);
    for (const { table, column } of columns) if (column === 'report_id') found.add(String(table));
    for (let before = 0; before < found.size; ) {
      before = found.size;
      for (const { table, referenced } of keys) if (found.has(String(referenced))) found.add(String(table));
    }
    expect(found.size).toBeGreaterThan(20);
    const undeclared = [...found].filter((table) => !(table in finalisedTables));
    expect(
      undeclared,
      'declare the table in tests/contract/finalisedTables.ts: as guarded, with guardFinalised(db, dialect, table) in a new migration, unless it is a record of the finalising or belongs to people',
    ).toEqual([]);
    const gone = Object.keys(finalisedTables).filter((table) => !found.has(table));
    expect(gone, 'take what is no table of a report out of finalisedTables.ts').toEqual([]);
  });

  test.each(guarded)('FIN-4 the database itself refuses to write to $table', async (declaration) => {
    const { table, key, events, refusal } = declaration;
    const statements = {
      insert: `insert into ${table} select * from ${table}`,
      update: `update ${table} set ${key} = ${key}`,
      delete: `delete from ${table}`,
    };
    const count = async () => Number((await fixture.query(`select count(*) as n from ${table}`))[0]?.n);
    const before = await count();
    expect(before, `put a row of ${table} into this test`).toBeGreaterThan(0);
    if (table !== 'sheet_transitions') await fixture.run(statements.update);
    await closeReport(fixture.storage, reportId);
    for (const event of events) await expect(fixture.run(statements[event])).rejects.toThrow(refusal);
    expect(await count()).toBe(before);
  });

  test('FIN-4 nothing is moved into a finalised report or out of it', async () => {
    await fixture.run(`
      insert into programmes (id, title, community, period_start, period_end)
        values ('other', 'Інша', 'Місто', '2020-01-01', '2020-12-31');
      insert into reports (id, programme_id, year, title, signatory_position, signatory_name, is_example)
        values ('elsewhere', 'other', 2020, 'Інший', '', '', 0);`);
    await fixture.storage.comments.begin({
      id: ThreadId.parse('t2'),
      reportId: elsewhere,
      place: { kind: 'row', table: 'expenditure', organisationId, rowId: RowId.parse('r1') },
      title: 'Інше',
      quote: null,
      createdAt: 1,
      comment: { id: CommentId.parse('c2'), userId, createdAt: 1, text: 'Тут', mentions: [] },
    });
    await closeReport(fixture.storage, reportId);
    for (const statement of [
      `update comment_threads set report_id = 'report' where id = 't2'`,
      `update comments set thread_id = 't1', number = 9 where id = 'c2'`,
      `update comments set thread_id = 't2', number = 9 where id = 'c1'`,
      `update documents set name = 'sheet/report/o9' where name = 'sheet/elsewhere/o1'`,
      `update documents set name = 'sheet/elsewhere/o9' where name = 'sheet/report/o1'`,
      `update journal set sequence = 9, document_id = (select id from documents where name = 'sheet/report/o1')
        where document_id = (select id from documents where name = 'sheet/elsewhere/o1')`,
    ]) {
      await expect(fixture.run(statement), statement).rejects.toThrow(/the report is finalised/);
    }
    await fixture.run(`update comments set text = 'Там' where id = 'c2'`);
  });
}
