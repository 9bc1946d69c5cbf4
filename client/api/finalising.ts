import { queryOptions } from '@tanstack/react-query';
import {
  FinaliseLine,
  type FinaliseRequest,
  FinalisingAnswer,
  finalisingPaths,
  ReaderLinkAnswer,
  ReaderLinkList,
  type ReaderLinkRequest,
  ReadinessAnswer,
  type SignatureRequest,
} from '#shared/api/finalising.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { ApiProblem } from './ApiProblem.ts';
import { apiFetch, apiLines, buildPath } from './client.ts';
import { NetworkError } from './NetworkError.ts';
import { structureKey } from './useReports.ts';

/** Below the structure's key: whoever is told that the report changed asks anew. */
const finalisingKey = (reportId: ReportId) => [...structureKey(reportId), 'finalising'] as const;

export function finalisingQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: finalisingKey(reportId),
    queryFn: () => apiFetch(buildPath(finalisingPaths.finalising, { reportId }), FinalisingAnswer),
  });
}

export function readinessQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: [...finalisingKey(reportId), 'readiness'] as const,
    queryFn: () => apiFetch(buildPath(finalisingPaths.readiness, { reportId }), ReadinessAnswer),
  });
}

export function readerLinksQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: [...finalisingKey(reportId), 'links'] as const,
    queryFn: () => apiFetch(buildPath(finalisingPaths.readerLinks, { reportId }), ReaderLinkList),
  });
}

/** Rejects with ApiProblem, and with NetworkError when it breaks off. */
export async function finaliseReport(
  reportId: ReportId,
  body: FinaliseRequest,
  options: { signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<FinalisingAnswer> {
  const path = buildPath(finalisingPaths.finalising, { reportId });
  const request = { method: 'POST', body, signal: options.signal } as const;
  for await (const line of apiLines(path, FinaliseLine, request)) {
    if (line.type === 'progress') options.onProgress(line.done, line.total);
    else if (line.type === 'problem') throw new ApiProblem(line.problem);
    else return line.answer;
  }
  throw new NetworkError(`${path} broke off`);
}

export function reopenReport(reportId: ReportId, reason: string): Promise<FinalisingAnswer> {
  const path = buildPath(finalisingPaths.reopening, { reportId });
  return apiFetch(path, FinalisingAnswer, { method: 'POST', body: { reason } });
}

export function versionFileUrl(reportId: ReportId, version: number, name: string): string {
  return buildPath(finalisingPaths.versionFile, { reportId, version: String(version), name });
}

export function packageUrl(reportId: ReportId, version: number): string {
  return buildPath(finalisingPaths.package, { reportId, version: String(version) });
}

export function signatureUrl(reportId: ReportId, version: number, signatureId: string): string {
  return buildPath(finalisingPaths.signature, { reportId, version: String(version), signatureId });
}

export function attachSignature(
  reportId: ReportId,
  version: number,
  body: SignatureRequest,
): Promise<FinalisingAnswer> {
  const path = buildPath(finalisingPaths.signatures, { reportId, version: String(version) });
  return apiFetch(path, FinalisingAnswer, { method: 'POST', body, isAdding: true });
}

export function withdrawSignature(
  reportId: ReportId,
  version: number,
  signatureId: string,
): Promise<FinalisingAnswer> {
  return apiFetch(signatureUrl(reportId, version, signatureId), FinalisingAnswer, { method: 'DELETE' });
}

export function makeReaderLink(reportId: ReportId, body: ReaderLinkRequest): Promise<ReaderLinkAnswer> {
  const path = buildPath(finalisingPaths.readerLinks, { reportId });
  return apiFetch(path, ReaderLinkAnswer, { method: 'POST', body, isAdding: true });
}

export function withdrawReaderLink(reportId: ReportId, linkId: string): Promise<ReaderLinkList> {
  const path = buildPath(finalisingPaths.readerLink, { reportId, linkId });
  return apiFetch(path, ReaderLinkList, { method: 'DELETE' });
}
