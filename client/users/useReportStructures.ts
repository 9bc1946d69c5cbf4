import { useQueries } from '@tanstack/react-query';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { structureKey, useReports } from '#client/api/useReports.ts';
import { apiPaths, ReportAnswer } from '#shared/api/contract.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

/** Every report with its organisations, the newest year first; undefined until all have arrived. */
export function useReportStructures(): { structures: ReportStructure[] | undefined; error: unknown } {
  const reports = useReports();
  const answers = useQueries({
    queries: (reports.data?.reports ?? []).map(({ report }) => ({
      queryKey: structureKey(report.id),
      queryFn: () => apiFetch(buildPath(apiPaths.report, { reportId: report.id }), ReportAnswer),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const structures = answers.flatMap(({ data }) => (data ? [data] : []));
  const isComplete = reports.isSuccess && structures.length === answers.length;
  return {
    structures: isComplete ? structures : undefined,
    error: reports.error ?? answers.find(({ error }) => error !== null)?.error ?? null,
  };
}
