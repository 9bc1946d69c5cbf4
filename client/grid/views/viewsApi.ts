import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { apiFetch, apiSend, buildPath } from '#client/api/client.ts';
import { structureKey } from '#client/api/useReports.ts';
import type { ViewCreateRequest } from '#shared/api/contract.ts';
import { apiPaths, type LastViewRequest, type ViewChangeRequest, ViewList } from '#shared/api/contract.ts';
import type { ReportId, ViewId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { View } from '#shared/model/view.ts';

/** Below the structure's key: what makes that fetched anew, a published view among it, does so with these. */
export const viewsKey = (reportId: ReportId) => [...structureKey(reportId), 'views'] as const;

export function viewsPath(reportId: ReportId): string {
  return buildPath(apiPaths.views, { reportId });
}

export function useViewList(reportId: ReportId): UseQueryResult<ViewList> {
  return useQuery({
    queryKey: viewsKey(reportId),
    queryFn: () => apiFetch(viewsPath(reportId), ViewList),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function createView(reportId: ReportId, body: ViewCreateRequest): Promise<View> {
  return apiFetch(viewsPath(reportId), View, { method: 'POST', body });
}

export function changeView(reportId: ReportId, viewId: ViewId, body: ViewChangeRequest): Promise<View> {
  return apiFetch(buildPath(apiPaths.view, { reportId, viewId }), View, { method: 'PATCH', body });
}

export function deleteView(reportId: ReportId, viewId: ViewId): Promise<void> {
  return apiSend(buildPath(apiPaths.view, { reportId, viewId }), { method: 'DELETE' });
}

export function saveLastView(reportId: ReportId, table: TableKind, body: LastViewRequest): Promise<void> {
  return apiSend(buildPath(apiPaths.lastView, { reportId, table }), { method: 'PUT', body });
}

/** Puts a changed list in place before the server is asked again. */
export function patchViewList(
  queries: QueryClient,
  reportId: ReportId,
  change: (list: ViewList) => ViewList,
): void {
  queries.setQueryData<ViewList>(viewsKey(reportId), (list) => list && change(list));
}
