import type { ErrorRequestHandler, Request, Response } from 'express';
import type { AppError } from '#shared/errors/AppError.ts';
import { buildProblem, toAppError } from './buildProblem.ts';

/** RFC 9457 problem details, in the language of the request. */
export function sendProblem(request: Request, response: Response, error: AppError): void {
  const problem = buildProblem(request, error);
  if (error.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  const { seconds, minutes } = error.parameters;
  if (error.status === 429) response.setHeader('Retry-After', String(seconds ?? Number(minutes ?? 1) * 60));
  response.setHeader('Cache-Control', 'no-store');
  response.vary('Accept-Language');
  response.status(error.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The last middleware: turns whatever was thrown into a problem. What we did not expect is logged, once, and not shown. */
export const problemHandler: ErrorRequestHandler = (thrown: unknown, request, response, _next) => {
  const error = toAppError(thrown);
  // The request's own log line takes it from here.
  if (error.status >= 500) response.err = thrown instanceof Error ? thrown : new Error(String(thrown));
  // Half an answer cannot become a problem: it breaks off, and whoever reads it sees that.
  if (response.headersSent) response.destroy();
  else sendProblem(request, response, error);
};
