import { useQueries } from '@tanstack/react-query';
import { structureQuery, useReports } from '#client/api/useReports.ts';
import type { ReportStructure } from '#shared/model/structure.ts';

/** Every report with its organisations, the newest year first; undefined until all have arrived. */
export function useReportStructures(): { structures: ReportStructure[] | undefined; error: unknown } {
  const reports = useReports();
  const answers = useQueries({
    queries: (reports.data?.reports ?? []).map(({ report }) => structureQuery(report.id)),
  });
  const structures = answers.flatMap(({ data }) => (data ? [data] : []));
  const isComplete = reports.data !== undefined && structures.length === answers.length;
  return {
    structures: isComplete ? structures : undefined,
    // What is here already stays when asking anew fails.
    error: isComplete ? null : (reports.error ?? answers.find(({ error }) => error !== null)?.error ?? null),
  };
}
