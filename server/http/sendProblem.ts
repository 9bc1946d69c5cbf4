import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Problem } from '#shared/api/contract.ts';
import { AppError, formatError } from '#shared/errors/AppError.ts';
import { readLanguage } from './language.ts';
import { RequestInvalid } from './RequestInvalid.ts';

/** RFC 9457 problem details, in the language of the request. */
export function sendProblem(request: Request, response: Response, error: AppError): void {
  const requestId = String(request.id);
  const parameters = error.code === 'server.failed' ? { requestId } : error.parameters;
  const problem: Problem = {
    type: `urn:zvit:problem:${error.code}`,
    status: error.status,
    code: error.code,
    title: formatError(error.code, parameters, readLanguage(request)),
    parameters,
    requestId,
  };
  if (error instanceof RequestInvalid) problem.errors = [...error.fields];
  if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  const { seconds, minutes } = error.parameters;
  if (error.status === 429) response.setHeader('Retry-After', String(seconds ?? Number(minutes ?? 1) * 60));
  response.setHeader('Cache-Control', 'no-store');
  response.vary('Accept-Language');
  response.status(error.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The last middleware: turns whatever was thrown into a problem. What we did not expect is logged, once, and not shown. */
export const problemHandler: ErrorRequestHandler = (thrown: unknown, request, response, next) => {
  const error = toAppError(thrown);
  // The request's own log line takes it from here.
  if (error.status >= 500) response.err = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (response.headersSent) next(thrown);
  else sendProblem(request, response, error);
};

/** Errors of Express and its body parser carry a status of their own; the rest is our failure. */
function toAppError(thrown: unknown): AppError {
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
