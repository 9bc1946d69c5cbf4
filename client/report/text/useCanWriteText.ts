import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';

/** Whether this person may write the text of any direction. */
export function useCanWriteText(): boolean {
  const { actor, structure } = useReport();
  const { report, responsibilities, directions } = structure;
  return directions.some(({ id }) => {
    const responsible = responsibilities.flatMap(({ directionId, organisationId }) =>
      directionId === id ? [organisationId] : [],
    );
    return can(actor, { action: 'narrative.write', reportId: report.id, responsible }).allowed;
  });
}
