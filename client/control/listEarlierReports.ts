import type { Report, ReportStructure } from '#shared/model/structure.ts';

/** The reports of the same programme about years before this one, the first year first. Rule CTL-26. */
export function listEarlierReports(
  { report }: Pick<ReportStructure, 'report'>,
  reports: readonly Report[],
): Report[] {
  return reports
    .filter(({ programmeId, year }) => programmeId === report.programmeId && year < report.year)
    .sort((a, b) => a.year - b.year);
}
