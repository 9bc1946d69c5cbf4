import type { Request } from 'express';
import type { Language } from '#shared/errors/AppError.ts';

/** Ukrainian unless the request's `Accept-Language` prefers English. */
export function readLanguage(request: Request): Language {
  return request.acceptsLanguages('uk', 'en') === 'en' ? 'en' : 'uk';
}
