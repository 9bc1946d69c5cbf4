import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPaths } from '#shared/api/contract.ts';
import { NewsAnswer } from '#shared/api/news.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { apiFetch, buildPath } from './client.ts';

const newsKey = (reportId: ReportId) => ['news', reportId] as const;

/** What others did since I last said that I had looked. */
export function newsQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: newsKey(reportId),
    staleTime: 10_000,
    queryFn: ({ signal }) =>
      apiFetch(buildPath(apiPaths.news, { reportId }), NewsAnswer, { signal, isLive: true }),
  });
}

/** Says that all up to a moment (milliseconds, by the server's clock) was looked at. */
export function useLook(reportId: ReportId): UseMutationResult<NewsAnswer, Error, number> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (time: number) =>
      apiFetch(buildPath(apiPaths.news, { reportId }), NewsAnswer, { method: 'PUT', body: { time } }),
    onSuccess: (answer) => queries.setQueryData(newsKey(reportId), answer),
  });
}
