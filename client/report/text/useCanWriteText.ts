import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import { listResponsible } from '#shared/model/listResponsible.ts';
import { readReportStatus } from '#shared/model/structure.ts';

/** Whether this person may write the text of any direction. */
export function useCanWriteText(): boolean {
  const { actor, structure } = useReport();
  const reportId = structure.report.id;
  const reportStatus = readReportStatus(structure.report);
  return structure.directions.some(({ id }) => {
    const responsible = listResponsible(structure, id);
    return can(actor, { action: 'narrative.write', reportId, reportStatus, responsible }).allowed;
  });
}
