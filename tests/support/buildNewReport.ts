import type { NewReport } from '#server/storage/Storage.ts';
import { buildReportStructure } from './buildReportStructure.ts';

/** The report `report` of {@link buildReportStructure}, to be put in. */
export function buildNewReport(): NewReport {
  const { sheets: _, ...report } = buildReportStructure();
  return report;
}
