import { z } from 'zod';
import { AppError, type Language } from '#shared/errors/AppError.ts';

export type FieldError = { path: string; message: string };

const localeOf = { uk: z.locales.uk(), en: z.locales.en() };

/** AppError `request.invalid` with the fields that were refused. */
export class RequestInvalid extends AppError {
  readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    const detail = fields
      .slice(0, 3)
      .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    super('request.invalid', { detail: detail.join('; ').slice(0, 500) });
    this.fields = fields;
  }
}

/** Throws {@link RequestInvalid} with messages in the language of the request. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, language: Language): z.output<S> {
  const result = schema.safeParse(input, { error: localeOf[language].localeError });
  if (result.success) return result.data;
  throw new RequestInvalid(
    result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}
