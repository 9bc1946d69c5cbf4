import type { FormatterModule, i18n } from 'i18next';
import type { Language } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { english, ukrainian } from './resources.ts';

/** Gives it all texts, and begins with this language. */
export async function initTexts(texts: i18n, language: Language): Promise<void> {
  await texts.use(variables).init({
    lng: language,
    fallbackLng: 'uk',
    supportedLngs: ['uk', 'en'],
    defaultNS: 'common',
    resources: { uk: ukrainian, en: english },
    // React escapes by itself.
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
}

/**
 * A number in a text is a count, and prints as one; what is a name, as the number of a row, is given as a
 * string.
 */
const variables: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  format: (value) => (typeof value === 'number' ? formatCount(value) : value),
  // No text names a format of its own.
  add: () => undefined,
  addCached: () => undefined,
};
