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

/** What stands in no database and in no file, though it can be sent: a zero, and half of a sign. */
const unstorableText: Readonly<Record<Language, string>> = {
  uk: 'у тексті є знак, якого не можна зберегти (NUL або половина знака)',
  en: 'the text has a sign that cannot be stored (NUL, or half of a sign)',
};

/** Where such a text is in `data`, a key included; null for nowhere. */
function findUnstorable(data: unknown): string[] | null {
  const left: { value: unknown; path: string[] }[] = [{ value: data, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      left.push({ value: part, path: [...path, key] });
    }
  }
  return null;
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

/** Throws {@link RequestInvalid} with messages in the language of the request. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, language: Language): z.output<S> {
  const result = schema.safeParse(input, { error: localeOf[language].localeError });
  if (result.success) {
    const path = findUnstorable(result.data);
    if (path === null) return result.data;
    throw new RequestInvalid([{ path: path.join('.'), message: unstorableText[language] }]);
  }
  throw new RequestInvalid(
    result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  );
}
