import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { apiPaths, ReportAnswer, ReportList } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { apiFetch, buildPath } from './client.ts';

export const reportsKey = ['reports'] as const;
export const structureKey = (reportId: ReportId) => ['report', reportId] as const;

/** The reports the signed-in person may read. */
export function useReports(): UseQueryResult<ReportList> {
  return useQuery({ queryKey: reportsKey, queryFn: () => apiFetch(apiPaths.reports, ReportList) });
}

export function structureQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: structureKey(reportId),
    queryFn: () => apiFetch(buildPath(apiPaths.report, { reportId }), ReportAnswer),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The governed side of one report; refetched when the server says that it changed. */
export function useReportStructure(reportId: ReportId): UseQueryResult<ReportAnswer> {
  return useQuery(structureQuery(reportId));
}
