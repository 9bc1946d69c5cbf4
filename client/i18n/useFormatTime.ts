import { useCallback } from 'react';
import type { Language } from '#shared/errors/AppError.ts';
import { useLanguage } from './useLanguage.ts';

/** Made once each: making one takes longer than printing a hundred moments with it. */
const formats: Record<Language, Intl.DateTimeFormat> = { uk: buildFormat('uk'), en: buildFormat('en-GB') };

/** Gives a function that prints a moment (ISO 8601) in the reader's own time zone: `23.11.2026, 14:05`. */
export function useFormatTime(): (moment: string) => string {
  const language = useLanguage();
  return useCallback((moment) => formats[language].format(new Date(moment)), [language]);
}

function buildFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
