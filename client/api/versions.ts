import {
  type QueryClient,
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { apiPaths } from '#shared/api/contract.ts';
import { VersionList, type VersionRequest } from '#shared/api/versions.ts';
import type { ReportId, VersionId } from '#shared/model/ids.ts';
import { apiFetch, buildPath } from './client.ts';

const versionsKey = (reportId: ReportId) => ['versions', reportId] as const;

/** The moments of a report that have a name. */
export function versionsQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: versionsKey(reportId),
    queryFn: ({ signal }) => apiFetch(buildPath(apiPaths.versions, { reportId }), VersionList, { signal }),
  });
}

export function useNameVersion(reportId: ReportId): UseMutationResult<VersionList, Error, VersionRequest> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: VersionRequest) =>
      apiFetch(buildPath(apiPaths.versions, { reportId }), VersionList, {
        method: 'POST',
        body,
        isAdding: true,
      }),
    onSettled: (answer) => show(queries, reportId, answer),
  });
}

export function useRemoveVersion(reportId: ReportId): UseMutationResult<VersionList, Error, VersionId> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (versionId: VersionId) =>
      apiFetch(buildPath(apiPaths.version, { reportId, versionId }), VersionList, { method: 'DELETE' }),
    onSettled: (answer) => show(queries, reportId, answer),
  });
}

/** After a refusal somebody else has changed the list. */
function show(queries: QueryClient, reportId: ReportId, answer: VersionList | undefined): unknown {
  return answer === undefined
    ? queries.invalidateQueries({ queryKey: versionsKey(reportId) })
    : queries.setQueryData(versionsKey(reportId), answer);
}
