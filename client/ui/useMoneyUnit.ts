import { useReport } from '#client/sync/ReportContext.tsx';
import { readReportUnit } from '#shared/model/structure.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';

/** In what the open report prints its tables and totals. Cells that people fill in stay in hryvnias. */
export function useMoneyUnit(): ReportUnit {
  return readReportUnit(useReport().structure.report);
}
