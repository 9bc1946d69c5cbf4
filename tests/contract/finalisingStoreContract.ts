import { beforeEach, describe, expect, test } from 'vitest';
import type { NewReportStep, NewVersion } from '#server/storage/FinalisingStore.ts';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import { JournalConflict } from '#server/storage/Storage.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { DirectionId, OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { buildCorrection } from '#tests/support/buildCorrection.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const o1 = OrganisationId.parse('o1');
const o2 = OrganisationId.parse('o2');
const userId = UserId.parse('u1');
const time = 1_700_000_000_000;
const at = new Date(time).toISOString();

export function describeFinalisingStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
  });

  const empty: NewVersion = {
    manifest: new TextEncoder().encode('{}'),
    manifestSha256: 'a'.repeat(64),
    files: [{ name: 'Звіт.txt', content: new Uint8Array([1, 2, 3]) }],
  };
  async function take({ step, ...rest }: Partial<NewReportStep> & Pick<NewReportStep, 'step' | 'version'>) {
    const { finalising, reports, journal } = fixture.storage;
    const taken = { reportId, userId, time, note: '', ...rest };
    if (step === 'reopen') return finalising.reopen({ ...taken, step });
    const structure = must(await reports.findStructure(reportId), 'the report');
    const basis = { structure, heads: await journal.listHeads(reportId) };
    return finalising.close({ ...taken, step }, empty, basis);
  }
  const close = (version = 1) => take({ step: 'finalise', version });
  const reopen = (version = 1) => take({ step: 'reopen', version, note: 'Помилка в додатку' });
  const status = () => fixture.storage.reports.findStatus(reportId);

  function buildEntry(documentName: string, sequence = 1) {
    const entry = { documentName, sequence, userId, time, update: new Uint8Array([0, 0]) };
    return { ...entry, hash: computeEntryHash(entry, null) };
  }

  test('FIN-3 a step is kept whole, and the report is what the last one says', async () => {
    expect(await status()).toBe('open');
    const first = await close();
    expect(first).toMatchObject({ number: 1, version: 1 });
    expect(await status()).toBe('finalised');
    expect((await fixture.storage.reports.findStructure(reportId))?.report.finalised).toEqual({
      version: 1,
      at,
    });
    await reopen();
    expect((await fixture.storage.reports.findStructure(reportId))?.report).not.toHaveProperty('finalised');
    await take({ step: 'finalise', version: 2, time: time + 1 });
    await fixture.reopen();
    const steps = await fixture.storage.finalising.listSteps(reportId);
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(steps).toEqual([
      first,
      { hash, reportId, userId, time, step: 'reopen', version: 1, number: 2, note: 'Помилка в додатку' },
      { hash, reportId, userId, time: time + 1, step: 'finalise', version: 2, number: 3, note: '' },
    ]);
    expect(await status()).toBe('finalised');
    expect(await fixture.storage.reports.findStatus(ReportId.parse('none'))).toBeNull();
  });

  test('FIN-3 of several at once one is taken, and the others are told how the report stands', async () => {
    const outcomes = await Promise.allSettled([close(), close(), close()]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(2);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'access.finalised' });
    expect(await fixture.storage.finalising.listSteps(reportId)).toHaveLength(1);
    await reopen();
    await expect(reopen()).rejects.toMatchObject({ code: 'finalising.open' });
    await expect(
      take({ step: 'reopen', version: 1, note: 'так', reportId: ReportId.parse('none') }),
    ).rejects.toMatchObject({
      code: 'report.unknown',
    });
  });

  describe('FIN-3 the database itself refuses', () => {
    test.each<[string, Parameters<typeof take>[0]]>([
      ['a version that is left out', { step: 'finalise', version: 3 }],
      ['a version once more', { step: 'finalise', version: 1 }],
    ])('%s', async (_what, step) => {
      await close();
      await reopen();
      await expect(take(step)).rejects.toThrow();
      expect(await status()).toBe('open');
      expect(await fixture.storage.finalising.listSteps(reportId)).toHaveLength(2);
    });

    test.each([
      ['to reopen without a reason', { step: 'reopen', version: 1, note: ' ' }],
      ['to reopen another version', { step: 'reopen', version: 2, note: 'так' }],
    ] as const)('%s', async (_what, step) => {
      await close();
      await expect(take(step)).rejects.toThrow();
      expect(await status()).toBe('finalised');
    });

    test.each([
      'update reports set finalised_version = null, finalised_at = null',
      `update report_steps set note = 'інше'`,
      'delete from report_steps',
      `insert into report_steps (report_id, number, step, version, user_id, time, note) values ('report', 3, 'reopen', 1, 'u1', 1, 'так')`,
    ])('%s', async (statement) => {
      await close();
      await expect(fixture.run(statement)).rejects.toThrow();
      expect(await status()).toBe('finalised');
      expect(await fixture.storage.finalising.listSteps(reportId)).toHaveLength(1);
    });

    test('to call a report finalised that no step has closed', async () => {
      const statement = 'update reports set finalised_version = 1, finalised_at = 1';
      await expect(fixture.run(statement)).rejects.toThrow();
      expect(await status()).toBe('open');
    });
  });

  describe('FIN-4 of a finalised report the database itself refuses', () => {
    test.each([sheetName(reportId, o1), narrativeName(reportId, DirectionId.parse('d1'))])(
      'an entry of the journal of %s, new or old',
      async (name) => {
        const { journal } = fixture.storage;
        await journal.append([buildEntry(name)], []);
        await close();
        await expect(journal.append([buildEntry(name, 2)], [])).rejects.toBeInstanceOf(JournalConflict);
        const fresh = sheetName(reportId, o2);
        const elsewhere = sheetName(ReportId.parse('elsewhere'), o1);
        await expect(journal.append([buildEntry(elsewhere), buildEntry(fresh)], [])).rejects.toBeInstanceOf(
          JournalConflict,
        );
        expect(await journal.findHead(elsewhere)).toBeNull();
        await journal.append([buildEntry(elsewhere)], []);
        expect((await journal.findHead(name))?.sequence).toBe(1);
        await reopen();
        await journal.append([buildEntry(name, 2), buildEntry(fresh)], []);
      },
    );

    test('a step of a sheet, an explanation, another structure, other properties', async () => {
      const { reports, submissions } = fixture.storage;
      await setSheetStatus(fixture.storage, reportId, o1, 'submitted');
      const explanation = {
        reportId,
        organisationId: o1,
        findingKey: 'k',
        text: 'так',
        userId,
        time,
        sequence: 1,
      };
      await submissions.explain(explanation);
      await close();
      const before = await reports.findStructure(reportId);
      const refused = { code: 'access.finalised' };
      await expect(setSheetStatus(fixture.storage, reportId, o1, 'accepted')).rejects.toMatchObject(refused);
      await expect(submissions.explain({ ...explanation, text: 'ні' })).rejects.toMatchObject(refused);
      await expect(submissions.removeExplanations(reportId, o1, ['k'], 9)).rejects.toMatchObject(refused);
      await expect(reports.changeStructure(reportId, (now) => now)).rejects.toMatchObject(refused);
      await expect(reports.changeProperties(reportId, { title: 'Інший' })).rejects.toMatchObject(refused);
      await expect(reports.changeProperties(reportId, { unit: 'thousand-uah' })).rejects.toMatchObject(
        refused,
      );
      expect(await reports.findStructure(reportId)).toEqual(before);
      await reopen();
      await reports.changeProperties(reportId, { title: 'Інший' });
    });

    test.each([
      `update reports set title = 'Інший'`,
      `update reports set deadline = '2021-01-01'`,
      'delete from reports',
      `update sheets set position = 9 where organisation_id = 'o2'`,
      `delete from sheets where organisation_id = 'o2'`,
      `update directions set title = 'Інший'`,
      `insert into directions (report_id, id, number, title) values ('report', 'd9', 9, 'Зайвий')`,
      `update indicators set title = 'Інший'`,
      `delete from indicators where id = 'part'`,
      'delete from responsibilities',
      `update responsibilities set report_id = 'elsewhere'`,
      `insert into budget_lines (report_id, direction_id, organisation_id, fund, kpkvk, kekv, amount)
        values ('report', 'd1', 'o1', 'general', '0210180', '2240', 1)`,
      `insert into extra_columns (report_id, id, position, table_kind, title, kind, options, is_required)
        values ('report', 'c9', 0, 'activity', 'Зайвий', 'text', '[]', 0)`,
    ])('%s', async (statement) => {
      await close();
      const before = await fixture.storage.reports.findStructure(reportId);
      await expect(fixture.run(statement)).rejects.toThrow();
      expect(await fixture.storage.reports.findStructure(reportId)).toEqual(before);
    });
  });

  test('COR-7 a finalised report keeps its corrections as they are, whoever asks the database', async () => {
    const { users, reports } = fixture.storage;
    const user = buildStoredUser('olha');
    await users.create(user);
    const corrections = [{ ...buildCorrection('c1'), madeBy: { id: user.id, name: user.name } }];
    await reports.changeStructure(reportId, (now) => ({ ...now, corrections }));
    await close();
    for (const statement of [
      'delete from corrections',
      `update corrections set reason = 'Інша'`,
      `insert into corrections select report_id, 'c2', 1, direction_id, indicator_id, quantity, fund, kpkvk, kekv,
        planned, actual, reason, organisation_ids, made_by, made_at from corrections`,
    ]) {
      await expect(fixture.run(statement)).rejects.toThrow();
    }
    expect((await reports.findStructure(reportId))?.corrections).toEqual(corrections);
  });

  describe('FIN-10 a version', () => {
    test('is stored with the step that makes it or not at all, and read back byte for byte after a restart', async () => {
      await close();
      await fixture.reopen();
      const { finalising } = fixture.storage;
      expect(await finalising.listVersions(reportId)).toEqual([
        { version: 1, manifest: empty.manifest, manifestSha256: 'a'.repeat(64) },
      ]);
      expect(await finalising.readFile(reportId, 1, 'Звіт.txt')).toEqual(new Uint8Array([1, 2, 3]));
      expect(await finalising.readFile(reportId, 1, 'Інше.txt')).toBeNull();
      expect(await finalising.readFile(reportId, 2, 'Звіт.txt')).toBeNull();
    });

    test('of what has changed since, in a journal or in the structure, is refused, and nothing is left of it', async () => {
      const { finalising, reports, journal } = fixture.storage;
      const structure = must(await reports.findStructure(reportId), 'the report');
      const heads = await journal.listHeads(reportId);
      const step = { reportId, step: 'finalise', version: 1, userId, time, note: '' } as const;
      await journal.append([buildEntry(sheetName(reportId, o1))], []);
      const refused = { code: 'finalising.changed' };
      await expect(finalising.close(step, empty, { structure, heads })).rejects.toMatchObject(refused);
      const later = await journal.listHeads(reportId);
      expect([...later.keys()]).toEqual([sheetName(reportId, o1)]);
      await reports.changeProperties(reportId, { signatoryName: 'Олена КОВАЛЕНКО' });
      await expect(finalising.close(step, empty, { structure, heads: later })).rejects.toMatchObject(refused);
      expect(await finalising.listVersions(reportId)).toEqual([]);
      expect(await finalising.readFile(reportId, 1, 'Звіт.txt')).toBeNull();
      expect(await status()).toBe('open');
    });

    test.each([
      `update report_versions set manifest_sha256 = 'b'`,
      'delete from report_versions',
      `update report_version_files set name = 'Інше.txt'`,
      'delete from report_version_files',
      `insert into report_version_files (report_id, version, name, content) values ('report', 1, 'Ще.txt', 'x')`,
    ])('is never changed: %s', async (statement) => {
      await close();
      await reopen();
      await expect(fixture.run(statement)).rejects.toThrow();
      expect(await fixture.storage.finalising.readFile(reportId, 1, 'Звіт.txt')).toEqual(
        new Uint8Array([1, 2, 3]),
      );
    });

    test('has to be there when a report is closed', async () => {
      await expect(
        fixture.run(
          `insert into report_steps (report_id, number, step, version, user_id, time, note) values ('report', 1, 'finalise', 1, 'u1', 1, '')`,
        ),
      ).rejects.toThrow();
      expect(await status()).toBe('open');
    });
  });

  describe('FIN-30 a signature', () => {
    const content = new Uint8Array([0x30, 1, 2]);
    const signature = {
      id: 's1',
      reportId,
      version: 1,
      name: 'manifest.p7s',
      sha256: 'b'.repeat(64),
      size: 3,
      attachedBy: userId,
      attachedAt: time,
      withdrawnBy: null,
      withdrawnAt: null,
    };

    test('is kept with its version, once; withdrawing it leaves it there', async () => {
      const { finalising } = fixture.storage;
      await expect(finalising.attach(signature, content)).rejects.toMatchObject({
        code: 'finalising.version-unknown',
      });
      await close();
      await finalising.attach(signature, content);
      await expect(finalising.attach({ ...signature, id: 's2' }, content)).rejects.toMatchObject({
        code: 'signature.twice',
      });
      const key = { reportId, version: 1, id: 's1' };
      expect(await finalising.withdrawSignature({ ...key, version: 2 }, userId, time)).toBe(false);
      expect(await finalising.withdrawSignature(key, userId, time + 1)).toBe(true);
      expect(await finalising.withdrawSignature(key, userId, time + 2)).toBe(false);
      expect(await finalising.listSignatures(reportId)).toEqual([
        { ...signature, withdrawnBy: userId, withdrawnAt: time + 1 },
      ]);
      expect(await finalising.readSignature(reportId, 1, 's1')).toEqual(content);
      await expect(fixture.run('delete from version_signatures')).rejects.toThrow();
      await expect(fixture.run(`update version_signatures set name = 'x'`)).rejects.toThrow();
    });
  });

  test('RDR-1 a link for readers is found by its hash while it stands, and counts how often it was opened', async () => {
    const { readerLinks } = fixture.storage;
    const link = {
      id: 'l1',
      secretHash: 'c'.repeat(64),
      reportId,
      label: 'Рада',
      parts: ['html', 'pdf'] as ('html' | 'pdf')[],
      createdBy: userId,
      createdAt: time,
      expiresAt: time + 1000,
      withdrawnAt: null,
      opens: 0,
      lastOpenedAt: null,
    };
    await readerLinks.create(link);
    expect(await readerLinks.findOpen(link.secretHash, time)).toEqual(link);
    expect(await readerLinks.findOpen(link.secretHash, time + 1000)).toBeNull();
    expect(await readerLinks.findOpen('d'.repeat(64), time)).toBeNull();
    await Promise.all([readerLinks.countOpen('l1', time + 1), readerLinks.countOpen('l1', time + 1)]);
    expect((await readerLinks.list(reportId))[0]).toEqual({ ...link, opens: 2, lastOpenedAt: time + 1 });
    expect(await readerLinks.withdraw(ReportId.parse('other'), 'l1', time)).toBe(false);
    expect(await readerLinks.withdraw(reportId, 'l1', time + 2)).toBe(true);
    expect(await readerLinks.withdraw(reportId, 'l1', time + 3)).toBe(false);
    expect(await readerLinks.findOpen(link.secretHash, time + 2)).toBeNull();
  });
}
