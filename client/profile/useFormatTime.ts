import { useCallback } from 'react';
import { useLanguage } from '#client/i18n/useLanguage.ts';

/** Gives a function that prints a moment (ISO 8601) in the reader's own time zone: `23.11.2026, 14:05`. */
export function useFormatTime(): (moment: string) => string {
  const language = useLanguage();
  return useCallback(
    (moment) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'uk', {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
      }).format(new Date(moment)),
    [language],
  );
}
