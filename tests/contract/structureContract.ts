import { expect, test } from 'vitest';
import { DirectionId, OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Organisation, ReportStructure } from '#shared/model/structure.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildBudgetLine } from '#tests/support/buildBudget.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildCorrection, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const o1 = OrganisationId.parse('o1');
const o2 = OrganisationId.parse('o2');
const hall: Organisation = {
  id: OrganisationId.parse('hall'),
  name: 'Виконком',
  shortName: 'Виконком',
  kind: 'executive',
  edrpou: '14360570',
};

export function describeStructureStores(fixture: StorageFixture): void {
  test('SET-10 a change of the structure is written whole, and read back as it was made', async () => {
    const { reports, organisations } = fixture.storage;
    await reports.create(buildNewReport());
    await organisations.change((now) => [...now, hall]);
    await setSheetStatus(fixture.storage, reportId, o1, 'submitted');
    const next = await reports.changeStructure(reportId, (now, findOrganisation) => ({
      ...now,
      directions: now.directions.map((one) => ({ ...one, number: 4 - one.number })).reverse(),
      indicators: now.indicators.toReversed(),
      organisations: [
        ...[findOrganisation(hall.id)].filter((one) => one !== undefined),
        ...now.organisations,
      ],
      sheets: [{ organisationId: hall.id, status: 'draft' }, ...now.sheets],
      responsibilities: [
        ...now.responsibilities.slice(0, 2),
        { directionId: DirectionId.parse('d3'), organisationId: hall.id },
      ].reverse(),
    }));
    await fixture.reopen();
    const found = await fixture.storage.reports.findStructure(reportId);
    expect(found).toEqual(next);
    expect(found?.sheets[1]).toEqual({ organisationId: o1, status: 'submitted' });
  });

  test('SET-10 the approved plan is written line by line, read back in its order, and goes as it came', async () => {
    const { reports } = fixture.storage;
    const first = [buildBudgetLine(100), buildBudgetLine(maxAmountMinor, { organisation: 'o2' })];
    await reports.create({ ...buildNewReport(), budget: first });
    expect((await reports.findStructure(reportId))?.budget).toEqual(first);
    const next = [
      buildBudgetLine(50, { kekv: '2210' }),
      buildBudgetLine(100),
      buildBudgetLine(7, { organisation: 'o2' }),
    ];
    await reports.changeStructure(reportId, (now) => ({
      ...now,
      directions: now.directions.toReversed().map((one, index) => ({ ...one, number: index + 1 })),
      budget: next,
    }));
    await fixture.reopen();
    expect((await fixture.storage.reports.findStructure(reportId))?.budget).toEqual(next);
    const many = Array.from({ length: 2_500 }, (_, index) =>
      buildBudgetLine(index, { kpkvk: String(1_000_000 + index) }),
    );
    for (const budget of [many, next, []]) {
      await fixture.storage.reports.changeStructure(reportId, (now) => ({ ...now, budget }));
      expect((await fixture.storage.reports.findStructure(reportId))?.budget).toEqual(budget);
    }
    const twice = [buildBudgetLine(1), buildBudgetLine(2)];
    await expect(
      fixture.storage.reports.changeStructure(reportId, (now) => ({ ...now, budget: twice })),
    ).rejects.toThrow();
    expect((await fixture.storage.reports.findStructure(reportId))?.budget).toEqual([]);
  });

  test('COR-7 corrections are stored whole and in their order, and go as they came', async () => {
    const user = buildStoredUser('olha', { name: 'Ольга' });
    await fixture.storage.users.create(user);
    await fixture.storage.reports.create(buildNewReport());
    const madeBy = { id: user.id, name: 'Ольга' };
    const write = (corrections: ReportStructure['corrections']) =>
      fixture.storage.reports.changeStructure(reportId, (now) => ({ ...now, corrections }));
    const money = {
      fund: 'special',
      kpkvk: '0210180',
      plannedMinor: -maxAmountMinor,
      actualMinor: 0,
    } as const;
    const all = [
      { ...buildCorrection('c2', { organisationIds: [o1, o2] }), madeBy },
      { ...buildCorrection('c1', { subject: buildMoneySubject(money) }), madeBy },
    ];
    await write(all);
    await fixture.reopen();
    const stands = async () => (await fixture.storage.reports.findStructure(reportId))?.corrections;
    expect(await stands()).toEqual(all);
    await write(all.toReversed());
    expect(await stands()).toEqual(all.toReversed());
    // What is of nothing and of both at once the database itself refuses.
    const insert = (columns: string, values: string) =>
      fixture.run(`insert into corrections
        (report_id, id, position, direction_id, reason, organisation_ids, made_by, made_at${columns})
        values ('report', 'c9', 9, 'd1', 'Зайве', '[]', '${user.id}', 0${values})`);
    await expect(insert('', '')).rejects.toThrow();
    await expect(insert(', indicator_id, quantity, planned', `, 'sum', 1, 1`)).rejects.toThrow();
    await write([]);
    expect(await stands()).toEqual([]);
  });

  test('SET-10 what a change throws, and what the database refuses, leave everything as it was', async () => {
    const { reports } = fixture.storage;
    await reports.create(buildNewReport());
    const before = await reports.findStructure(reportId);
    const broken = (now: ReportStructure): ReportStructure => ({
      ...now,
      directions: now.directions.map((one) => ({ ...one, number: 1 })),
    });
    await expect(reports.changeStructure(reportId, broken)).rejects.toThrow();
    const refuse = (): never => {
      throw new Error('no');
    };
    await expect(reports.changeStructure(reportId, refuse)).rejects.toThrow('no');
    expect(await reports.findStructure(reportId)).toEqual(before);
    await expect(reports.changeStructure(ReportId.parse('none'), (now) => now)).rejects.toMatchObject({
      code: 'report.unknown',
    });
  });

  test('COL-2 added columns are written whole and in their order, and nothing else is touched by them', async () => {
    const { reports } = fixture.storage;
    await reports.create({ ...buildNewReport(), columns: [buildColumn('c1')] });
    const choice = buildColumn('c2', { kind: 'choice', options: ['Так', 'Ні «так»'], isRequired: true });
    const money = buildColumn('c3', { kind: 'money', table: 'expenditure' });
    const next = await reports.changeStructure(reportId, (now) => ({
      ...now,
      columns: [choice, ...now.columns, money],
    }));
    expect(next.columns.map(({ id }) => id)).toEqual(['c2', 'c1', 'c3']);
    await fixture.reopen();
    expect(await fixture.storage.reports.findStructure(reportId)).toEqual(next);
    await fixture.storage.reports.changeStructure(reportId, (now) => ({ ...now, columns: [] }));
    expect(await fixture.storage.reports.findStructure(reportId)).toEqual({ ...next, columns: [] });
  });

  test('SET-11 changes made at once begin each from what the one before left', async () => {
    const { reports } = fixture.storage;
    await reports.create(buildNewReport());
    const append = (mark: string) =>
      reports.changeStructure(reportId, (now) => ({
        ...now,
        directions: now.directions.map((one) => ({ ...one, title: one.title + mark })),
      }));
    await Promise.all(Array.from('абвгд', append));
    const title = (await reports.findStructure(reportId))?.directions[0]?.title ?? '';
    expect(Array.from(title.slice(-5)).sort()).toEqual(Array.from('абвгд'));
  });

  test('SET-7 an organisation that people write for does not leave', async () => {
    const { reports, users } = fixture.storage;
    await reports.create({ ...buildNewReport(), responsibilities: [] });
    await users.create(
      buildStoredUser('editor', { memberships: [{ reportId, role: 'editor', organisationId: o1 }] }),
    );
    const leave = (id: OrganisationId) =>
      reports.changeStructure(reportId, (now) => ({
        ...now,
        organisations: now.organisations.filter((one) => one.id !== id),
        sheets: now.sheets.filter(({ organisationId }) => organisationId !== id),
      }));
    await expect(leave(o1)).rejects.toMatchObject({ code: 'structure.held', parameters: { people: 1 } });
    const left = await leave(o2);
    expect(await reports.findStructure(reportId)).toEqual(left);
    expect(await reports.findSheetStatus(reportId, o2)).toBeNull();
  });

  test('SET-23 organisations are written all or nothing, and the reports they show in are told', async () => {
    const { reports, organisations } = fixture.storage;
    await reports.create(buildNewReport());
    expect(await organisations.change((now) => [...now, hall])).toEqual([]);
    // The code goes from one to another in the same change.
    const pass = ({ edrpou: _, ...one }: Organisation): Organisation =>
      one.id === o1 ? { ...one, name: 'Інша назва', edrpou: '14360570' } : one;
    expect(await organisations.change((now) => now.map(pass))).toEqual([reportId]);
    await fixture.reopen();
    const { storage } = fixture;
    const list = await storage.organisations.list();
    expect(list.map(({ id }) => id)).toEqual(['hall', 'o2', 'o3', 'o1']);
    expect(list.find(({ id }) => id === o1)).toMatchObject({ name: 'Інша назва', edrpou: '14360570' });
    expect((await storage.reports.findStructure(reportId))?.organisations[0]?.name).toBe('Інша назва');

    await expect(
      storage.organisations.change((now) => now.filter(({ id }) => id !== hall.id && id !== o2)),
    ).rejects.toMatchObject({ code: 'organisation.in-reports', parameters: { count: 1 } });
    expect(await storage.organisations.list()).toEqual(list);
    await storage.organisations.change((now) => now.filter(({ id }) => id !== hall.id));
    expect(await storage.organisations.list()).toHaveLength(3);
  });

  test('SET-31 a report made after another has its people, each with the part they have there', async () => {
    const { reports, users } = fixture.storage;
    await reports.create(buildNewReport());
    const coordinator = { reportId, role: 'coordinator' } as const;
    const editors = [o1, o2].map((organisationId) => ({ reportId, role: 'editor' as const, organisationId }));
    await users.create(buildStoredUser('both', { memberships: [coordinator, ...editors] }));
    await users.create(buildStoredUser('viewer', { memberships: [{ reportId, role: 'viewer' }] }));
    await users.create(buildStoredUser('stranger'));
    const id = ReportId.parse('next');
    const input = buildNewReport();
    await reports.create({
      ...input,
      report: { ...input.report, id, year: 2021 },
      directions: [],
      indicators: [],
      responsibilities: [],
      // o2 takes no part any more.
      organisations: input.organisations.filter((one) => one.id !== o2),
      membershipsOf: reportId,
    });
    const membershipsOf = async (login: string) => (await users.findByLogin(login))?.memberships;
    expect(await membershipsOf('both')).toEqual([
      coordinator,
      ...editors,
      { reportId: id, role: 'coordinator' },
      { reportId: id, role: 'editor', organisationId: o1 },
    ]);
    expect(await membershipsOf('viewer')).toEqual([
      { reportId, role: 'viewer' },
      { reportId: id, role: 'viewer' },
    ]);
    expect(await membershipsOf('stranger')).toEqual([]);
    expect((await reports.listProgrammes()).map((programme) => programme.id)).toEqual([input.programme.id]);
  });
}
