import { formatCount } from '../language/nouns.ts';
import { type ErrorCode, errorCatalogue } from './catalogue.ts';

export type ErrorParameters = Record<string, string | number>;
export type Language = 'uk' | 'en';

/** The one error the product throws on purpose. Its message is the code, so that logs stay searchable. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.parameters = parameters;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** What the user reads; a number in it is a count. A parameter that was not given prints as its name, never as `undefined`. */
export function formatError(code: ErrorCode, parameters: ErrorParameters, language: Language): string {
  return errorCatalogue[code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name] ?? whole;
    return typeof value === 'number' ? formatCount(value) : value;
  });
}
