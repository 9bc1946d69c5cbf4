import type { Request } from 'express';
import { FindingsOpen } from '#server/submission/FindingsOpen.ts';
import type { Problem } from '#shared/api/contract.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import { AppError, formatError, type Language } from '#shared/errors/AppError.ts';
import { readLanguage } from './language.ts';
import { RequestInvalid } from './RequestInvalid.ts';

/** RFC 9457 problem details, in the language of the request. */
export function buildProblem(request: Request, error: AppError): Problem {
  const requestId = String(request.id);
  const parameters = error.code === 'server.failed' ? { requestId } : error.parameters;
  return {
    type: `urn:zvit:problem:${error.code}`,
    status: error.status,
    code: error.code,
    title: formatError(error.code, parameters, readLanguage(request)),
    parameters,
    requestId,
    ...(error instanceof RequestInvalid && { errors: [...error.fields] }),
    ...(error instanceof FindingsOpen && { errors: listFindings(error, readLanguage(request)) }),
  };
}

/** Each under its key, as people read it. */
function listFindings({ findings }: FindingsOpen, language: Language): NonNullable<Problem['errors']> {
  return findings.map(({ key, finding }) => ({ path: key, message: formatFinding(finding, language) }));
}

/** Errors of Express and its body parser carry a status of their own; the rest is our failure. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  if (status === 413) return new AppError('request.too-large');
  if (status === 404) return new AppError('route.unknown');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const type = thrown instanceof Error && 'type' in thrown ? String(thrown.type) : 'malformed request';
    return new AppError('request.invalid', { detail: type });
  }
  return new AppError('server.failed');
}
