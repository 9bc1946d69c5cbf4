import { expect, test } from 'vitest';
import { DirectionId, OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const nowhere = ReportId.parse('nowhere');
const o1 = OrganisationId.parse('o1');

export function describeReportStore(fixture: StorageFixture): void {
  test('a report comes back whole and in its order, with a draft sheet for each organisation', async () => {
    const input = buildNewReport();
    const [d1, d2, d3] = input.directions;
    const organisations = [...input.organisations].reverse();
    // Neither in the order of numbers, nor in that of ids.
    await fixture.storage.reports.create({
      ...input,
      organisations,
      directions: [d3, d1, d2].filter((direction) => direction !== undefined),
    });
    await fixture.reopen();
    const { reports } = fixture.storage;
    expect(await reports.exists(reportId)).toBe(true);
    expect(await reports.findStructure(reportId)).toEqual({
      report: input.report,
      programme: input.programme,
      budget: [],
      directions: input.directions,
      indicators: input.indicators,
      organisations,
      sheets: organisations.map(({ id }) => ({ organisationId: id, status: 'draft' })),
      responsibilities: input.responsibilities,
      columns: input.columns,
      corrections: [],
    });
  });

  test('indicators come by direction, then as they were given', async () => {
    const input = buildNewReport();
    const first = input.indicators[0];
    const d2 = DirectionId.parse('d2');
    const indicators = input.indicators.map((indicator) =>
      indicator === first ? { ...indicator, directionId: d2 } : indicator,
    );
    await fixture.storage.reports.create({ ...input, indicators });
    const found = await fixture.storage.reports.findStructure(reportId);
    expect(found?.indicators.map(({ key }) => key)).toEqual(['part', 'latest', 'count', 'distinct', 'sum']);
  });

  test('a report that is not there', async () => {
    const { reports } = fixture.storage;
    expect(await reports.list()).toEqual([]);
    expect(await reports.exists(nowhere)).toBe(false);
    expect(await reports.findStructure(nowhere)).toBeNull();
    expect(await reports.findSheetStatus(nowhere, o1)).toBeNull();
    expect(await reports.findResponsible(nowhere, DirectionId.parse('d1'))).toBeNull();
  });

  test('a programme keeps the decision that approved it', async () => {
    const input = buildNewReport();
    const programme = { ...input.programme, decisionNumber: '719', decisionDate: '2014-05-29' };
    await fixture.storage.reports.create({ ...input, programme });
    expect((await fixture.storage.reports.findStructure(reportId))?.programme).toEqual(programme);
  });

  test('ACC-80 a change of properties keeps what it does not name; the decision is that of all reports of the programme', async () => {
    const { reports } = fixture.storage;
    const input = buildNewReport();
    await reports.create(input);
    const next = { ...input.report, id: ReportId.parse('next'), year: input.report.year + 1 };
    await reports.create({
      ...buildNewReport(),
      report: next,
      directions: [],
      indicators: [],
      responsibilities: [],
    });
    const { id } = input.report;

    expect(await reports.changeProperties(id, { signatoryName: 'Олена КОВАЛЕНКО' })).toEqual([id]);
    const changed = await reports.changeProperties(id, { decisionNumber: '719', decisionDate: '2014-05-29' });
    expect(changed.toSorted()).toEqual([id, next.id].toSorted());
    expect(await reports.changeProperties(id, {})).toEqual([id]);

    expect((await reports.findStructure(id))?.report).toEqual({
      ...input.report,
      signatoryName: 'Олена КОВАЛЕНКО',
    });
    expect(await reports.findStructure(next.id)).toMatchObject({
      report: next,
      programme: { decisionNumber: '719', decisionDate: '2014-05-29' },
    });
    await reports.changeProperties(next.id, { unit: 'thousand-uah' });
    expect((await reports.findStructure(next.id))?.report).toEqual({ ...next, unit: 'thousand-uah' });
    await reports.changeProperties(next.id, { unit: 'uah' });
    expect((await reports.findStructure(next.id))?.report).toEqual(next);
    await reports.changeProperties(next.id, { decisionNumber: null });
    expect((await reports.findStructure(id))?.programme).not.toHaveProperty('decisionNumber');
    await expect(reports.changeProperties(ReportId.parse('none'), { title: 'Звіт' })).rejects.toMatchObject({
      code: 'report.unknown',
    });
  });

  test('SET-50 a programme is changed from what stands there, with the years of its reports, and read back', async () => {
    const { reports } = fixture.storage;
    const input = buildNewReport();
    await reports.create(input);
    const amendments = [{ number: '12', date: '2018-01-31', subject: 'Обсяги на «2018» рік' }];
    const seen: number[][] = [];
    const { programme, reportIds } = await reports.changeProgramme(input.programme.id, (now, years) => {
      seen.push([...years]);
      return { ...now, title: 'Інша', decisionNumber: '719', amendments };
    });
    expect(seen).toEqual([[input.report.year]]);
    expect(reportIds).toEqual([input.report.id]);
    await fixture.reopen();
    expect((await fixture.storage.reports.findStructure(reportId))?.programme).toEqual(programme);
    expect(programme).toEqual({ ...input.programme, title: 'Інша', decisionNumber: '719', amendments });
    const refuse = (): never => {
      throw new Error('no');
    };
    await expect(fixture.storage.reports.changeProgramme(input.programme.id, refuse)).rejects.toThrow('no');
    await expect(
      fixture.storage.reports.changeProgramme(ProgrammeId.parse('none'), (now) => now),
    ).rejects.toMatchObject({ code: 'programme.unknown' });
    await fixture.storage.reports.changeProgramme(input.programme.id, () => input.programme);
    expect((await fixture.storage.reports.listProgrammes())[0]).toEqual(input.programme);
  });

  test('a report of nothing yet', async () => {
    const { report, programme } = buildNewReport();
    const empty = { directions: [], indicators: [], organisations: [], responsibilities: [], columns: [] };
    await fixture.storage.reports.create({ report, programme, ...empty });
    expect(await fixture.storage.reports.findStructure(report.id)).toMatchObject({ report, sheets: [] });
  });

  test('one programme has one report a year; what exists already stays as it is', async () => {
    const input = buildNewReport();
    const { reports } = fixture.storage;
    await reports.create(input);
    await expect(reports.create(input)).rejects.toMatchObject({ code: 'report.exists' });
    const sameYear = { ...input, report: { ...input.report, id: ReportId.parse('again') } };
    await expect(reports.create(sameYear)).rejects.toMatchObject({ code: 'report.exists' });

    const id = ReportId.parse('next');
    const renamed = (organisation: Organisation) => ({ ...organisation, name: 'Інша назва' });
    await reports.create({
      ...input,
      programme: { ...input.programme, title: 'Інша назва' },
      report: { ...input.report, id, year: 2021, isExample: true },
      directions: input.directions.map((direction) => ({ ...direction, reportId: id })),
      indicators: input.indicators.map((indicator) => ({ ...indicator, reportId: id })),
      organisations: input.organisations.map(renamed),
    });
    const next = await reports.findStructure(id);
    expect(next?.organisations).toEqual(input.organisations);
    expect(next?.programme).toEqual(input.programme);
    expect(next?.indicators).toHaveLength(input.indicators.length);
    expect((await reports.list()).map(({ report }) => [report.id, report.year, report.isExample])).toEqual([
      [id, 2021, true],
      [reportId, 2020, false],
    ]);
  });

  test('a report that contradicts itself leaves nothing behind', async () => {
    const input = buildNewReport();
    const stranger = { directionId: DirectionId.parse('d9'), organisationId: o1 };
    const { reports } = fixture.storage;
    await expect(reports.create({ ...input, responsibilities: [stranger] })).rejects.toThrow();
    expect(await reports.list()).toEqual([]);
    await reports.create(input);
  });

  test('a sheet has its own status', async () => {
    const { reports } = fixture.storage;
    await reports.create(buildNewReport());
    await setSheetStatus(fixture.storage, reportId, o1, 'submitted');
    await fixture.reopen();
    expect(await fixture.storage.reports.findSheetStatus(reportId, o1)).toBe('submitted');
    expect(await fixture.storage.reports.findSheetStatus(reportId, OrganisationId.parse('o2'))).toBe('draft');
    expect(await fixture.storage.reports.findSheetStatus(reportId, OrganisationId.parse('o9'))).toBeNull();
  });

  test('a direction has its responsible organisations, or none', async () => {
    const { reports } = fixture.storage;
    await reports.create(buildNewReport());
    expect(await reports.findResponsible(reportId, DirectionId.parse('d1'))).toEqual(['o2', 'o1']);
    expect(await reports.findResponsible(reportId, DirectionId.parse('d2'))).toEqual(['o1']);
    expect(await reports.findResponsible(reportId, DirectionId.parse('d3'))).toEqual([]);
    expect(await reports.findResponsible(reportId, DirectionId.parse('d4'))).toBeNull();
  });
}
