import { useQuery } from '@tanstack/react-query';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { PastRowsAnswer } from '#shared/api/history.ts';
import type { ReportId } from '#shared/model/ids.ts';

/** The rows of all sheets as they stood at a moment, which does not change any more; null asks for nothing. */
export function usePastRows(reportId: ReportId, time: number | null) {
  return useQuery({
    queryKey: ['past-rows', reportId, time],
    enabled: time !== null,
    queryFn: ({ signal }) =>
      apiFetch(`${buildPath(apiPaths.pastRows, { reportId })}?time=${time}`, PastRowsAnswer, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
