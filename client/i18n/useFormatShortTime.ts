import { useCallback } from 'react';
import type { Language } from '#shared/errors/AppError.ts';
import { useLanguage } from './useLanguage.ts';

type Formats = { clock: Intl.DateTimeFormat; day: Intl.DateTimeFormat; year: Intl.DateTimeFormat };

const formats: Record<Language, Formats> = { uk: buildFormats('uk'), en: buildFormats('en-GB') };

/**
 * Gives a function that prints a moment (ISO 8601) in the reader's own time zone as shortly as it can be
 * told from others: `14:05` of today, `23.11, 14:05` of this year, `23.11.2025` of an earlier one.
 */
export function useFormatShortTime(): (moment: string) => string {
  const language = useLanguage();
  return useCallback(
    (moment) => {
      const { clock, day, year } = formats[language];
      const time = new Date(moment);
      const now = new Date();
      if (time.toDateString() === now.toDateString()) return clock.format(time);
      return (time.getFullYear() === now.getFullYear() ? day : year).format(time);
    },
    [language],
  );
}

function buildFormats(locale: string): Formats {
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const date = { day: '2-digit', month: '2-digit' } as const;
  return {
    clock: new Intl.DateTimeFormat(locale, clock),
    day: new Intl.DateTimeFormat(locale, { ...date, ...clock }),
    year: new Intl.DateTimeFormat(locale, { ...date, year: 'numeric' }),
  };
}
