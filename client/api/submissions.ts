import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import {
  AcceptancesAnswer,
  type AcceptancesRequest,
  type AcceptRequest,
  type ExplanationRequest,
  type ReturnRequest,
  SheetChangesAnswer,
  SheetFindingsAnswer,
  type SheetParams,
  SheetState,
  type StepRequest,
  SubmissionsAnswer,
  submissionPaths,
  TransitionList,
} from '#shared/api/submission.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { apiFetch, buildPath } from './client.ts';
import { structureKey } from './useReports.ts';

/** Below the structure's key: whoever is told that the report changed asks for the states anew too. */
export const submissionsKey = (reportId: ReportId) => [...structureKey(reportId), 'submissions'] as const;

/** States of all sheets of a report. */
export function submissionsQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: submissionsKey(reportId),
    queryFn: () => apiFetch(buildPath(submissionPaths.submissions, { reportId }), SubmissionsAnswer),
  });
}

export function useSubmissions(reportId: ReportId): UseQueryResult<SubmissionsAnswer> {
  return useQuery(submissionsQuery(reportId));
}

/** Every step that was taken with a sheet. */
export function transitionsQuery(sheet: SheetParams) {
  return queryOptions({
    queryKey: [...submissionsKey(sheet.reportId), sheet.organisationId, 'transitions'] as const,
    queryFn: () => apiFetch(buildPath(submissionPaths.transitions, sheet), TransitionList),
  });
}

/** What an accepted sheet holds otherwise than what was accepted. */
export function sheetChangesQuery(sheet: SheetParams) {
  return queryOptions({
    queryKey: [...submissionsKey(sheet.reportId), sheet.organisationId, 'changes'] as const,
    queryFn: () => apiFetch(buildPath(submissionPaths.changes, sheet), SheetChangesAnswer),
  });
}

/** What has to be mended or explained before the sheet is submitted. */
export function sheetFindingsQuery(sheet: SheetParams) {
  return queryOptions({
    queryKey: [...submissionsKey(sheet.reportId), sheet.organisationId, 'findings'] as const,
    queryFn: () => apiFetch(buildPath(submissionPaths.findings, sheet), SheetFindingsAnswer),
  });
}

export function submitSheet(sheet: SheetParams, body: StepRequest = {}): Promise<SheetState> {
  return apiFetch(buildPath(submissionPaths.submit, sheet), SheetState, { method: 'POST', body });
}

export function withdrawSheet(sheet: SheetParams, body: StepRequest = {}): Promise<SheetState> {
  return apiFetch(buildPath(submissionPaths.withdraw, sheet), SheetState, { method: 'POST', body });
}

export function returnSheet(sheet: SheetParams, body: ReturnRequest): Promise<SheetState> {
  return apiFetch(buildPath(submissionPaths.return, sheet), SheetState, { method: 'POST', body });
}

export function acceptSheet(sheet: SheetParams, body: AcceptRequest): Promise<SheetState> {
  return apiFetch(buildPath(submissionPaths.accept, sheet), SheetState, { method: 'POST', body });
}

export function acceptSheets(reportId: ReportId, body: AcceptancesRequest): Promise<AcceptancesAnswer> {
  const path = buildPath(submissionPaths.acceptances, { reportId });
  return apiFetch(path, AcceptancesAnswer, { method: 'POST', body });
}

/** Explains one finding; `text` null takes the explanation back. */
export function explainFinding(sheet: SheetParams, body: ExplanationRequest): Promise<SheetFindingsAnswer> {
  const path = buildPath(submissionPaths.explanations, sheet);
  return apiFetch(path, SheetFindingsAnswer, { method: 'PUT', body });
}
