import type { Problem } from '#shared/api/contract.ts';
import { type ErrorParameters, formatError, type Language } from '#shared/errors/AppError.ts';
import { isErrorCode } from '#shared/errors/catalogue.ts';

/** The server's refusal, as problem details. `code` is one of the error catalogue's, unless the server is newer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly parameters: ErrorParameters;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(problem: Problem) {
    super(problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.parameters = problem.parameters;
    this.errors = problem.errors ?? [];
  }

  /** In the reader's language; a code this client does not know prints the server's own words. */
  text(language: Language): string {
    return isErrorCode(this.code) ? formatError(this.code, this.parameters, language) : this.title;
  }
}

/** True when the server has decided: the same again is refused again. A failure is no decision. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500;
}
