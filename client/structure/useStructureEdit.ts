import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { structureKey } from '#client/api/useReports.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths, ReportAnswer } from '#shared/api/contract.ts';
import type { StructureEdit } from '#shared/structure/StructureEdit.ts';

/** Sends one change of the open report's structure; what then stands shows here at once. */
export function useStructureEdit(onDone: () => void = () => undefined) {
  const { id: reportId } = useReport().structure.report;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edit: StructureEdit) =>
      apiFetch(buildPath(apiPaths.reportStructure, { reportId }), ReportAnswer, {
        method: 'PATCH',
        body: edit,
        isAdding: edit.kind.endsWith('.add'),
      }),
    onSuccess: (answer) => {
      queries.setQueryData(structureKey(reportId), answer);
      onDone();
    },
    // Whatever it was refused for, here it does not stand as it does there.
    onError: () => queries.invalidateQueries({ queryKey: structureKey(reportId) }),
  });
}
