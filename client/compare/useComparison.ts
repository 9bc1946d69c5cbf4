import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { ComparisonAnswer, MomentsAnswer } from '#shared/api/comparison.ts';
import { apiPaths } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { type Side, writeSide } from './Side.ts';

/** When there was work on a report, page after page, latest first. */
export function useMoments(reportId: ReportId) {
  return useInfiniteQuery({
    queryKey: ['moments', reportId],
    queryFn: ({ pageParam, signal }) =>
      apiFetch(
        buildPath(apiPaths.moments, { reportId }) + (pageParam === null ? '' : `?before=${pageParam}`),
        MomentsAnswer,
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Asked anew only on request: while somebody reads what differs, it stays. */
export function useComparison(reportId: ReportId, before: Side | null, after: Side) {
  return useQuery({
    queryKey: ['comparison', before && writeSide(before), writeSide(after)],
    enabled: before !== null,
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ afterReport: after.reportId });
      if (after.time !== null) query.set('afterTime', String(after.time));
      if (before !== null) query.set('beforeReport', before.reportId);
      if (before !== null && before.time !== null) query.set('beforeTime', String(before.time));
      return apiFetch(`${buildPath(apiPaths.comparison, { reportId })}?${query}`, ComparisonAnswer, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
