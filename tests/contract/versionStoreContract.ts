import { beforeEach, expect, test } from 'vitest';
import { type ReportId, UserId, VersionId } from '#shared/model/ids.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const olena = buildStoredUser('olena');
const taras = buildStoredUser('taras');

export function describeVersionStore(fixture: StorageFixture): void {
  const structure = buildReportStructure();
  const reportId: ReportId = structure.report.id;
  const build = (id: string, name: string, moment: number) => ({
    id: VersionId.parse(id),
    reportId,
    name,
    note: `про ${name}`,
    moment,
    userId: olena.id,
    createdAt: 500,
  });

  beforeEach(async () => {
    await fixture.storage.users.create(olena);
    await fixture.storage.users.create(taras);
    await fixture.storage.reports.create(buildNewReport());
  });

  test('HIS-22 named moments are kept, the latest first, and a name is given once, whatever its case', async () => {
    const { versions } = fixture.storage;
    await versions.create(build('v1', 'До наради', 100));
    await versions.create(build('v2', 'Після наради', 1_790_000_000_000));
    await expect(versions.create(build('v3', 'до НАРАДИ', 300))).rejects.toMatchObject({
      code: 'version.name-taken',
    });
    await fixture.reopen();
    expect(await fixture.storage.versions.list(reportId)).toEqual([
      { ...build('v2', 'Після наради', 1_790_000_000_000), removed: null },
      { ...build('v1', 'До наради', 100), removed: null },
    ]);
  });

  test('HIS-23 a name is taken away once, stays with who did, and may be given again', async () => {
    const { versions } = fixture.storage;
    await versions.create(build('v1', 'До наради', 100));
    const by = { userId: taras.id, time: 700 };
    expect(await versions.remove(reportId, VersionId.parse('v1'), by)).toBe(true);
    expect(await versions.remove(reportId, VersionId.parse('v1'), { ...by, time: 900 })).toBe(false);
    expect(await versions.remove(reportId, VersionId.parse('unknown'), by)).toBe(false);
    await versions.create(build('v2', 'До наради', 200));
    expect((await versions.list(reportId)).map(({ id, removed }) => [id, removed])).toEqual([
      ['v2', null],
      ['v1', by],
    ]);
  });

  test('HIS-26 how far somebody has looked is kept for each person, and never goes back', async () => {
    const { looks } = fixture.storage;
    expect(await looks.find(reportId, olena.id)).toBeNull();
    expect(await looks.save(reportId, olena.id, 1_790_000_000_000)).toBe(1_790_000_000_000);
    expect(await looks.save(reportId, olena.id, 5)).toBe(1_790_000_000_000);
    await looks.save(reportId, taras.id, 7);
    await fixture.reopen();
    expect(await fixture.storage.looks.find(reportId, olena.id)).toBe(1_790_000_000_000);
    expect(await fixture.storage.looks.find(reportId, taras.id)).toBe(7);
    expect(await fixture.storage.looks.find(reportId, UserId.parse('nobody'))).toBeNull();
  });
}
