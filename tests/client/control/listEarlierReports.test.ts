import { expect, test } from 'vitest';
import { listEarlierReports } from '#client/control/listEarlierReports.ts';
import { ProgrammeId, ReportId } from '#shared/model/ids.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

test('CTL-26 earlier years are those of the same programme, the first one first', () => {
  const { report } = buildReportStructure();
  const build = (id: string, year: number, programme = report.programmeId) => ({
    ...report,
    id: ReportId.parse(id),
    year,
    programmeId: programme,
  });
  const other = ProgrammeId.parse('other');
  const reports = [
    build('r2021', 2021),
    report,
    build('r2019', 2019),
    build('r2017', 2017),
    build('x', 2018, other),
  ];
  expect(listEarlierReports({ report }, reports).map(({ id }) => id)).toEqual(['r2017', 'r2019']);
  expect(listEarlierReports({ report }, [report])).toEqual([]);
});
