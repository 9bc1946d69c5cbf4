import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/errors/AppError.ts';

/** The language the page speaks now; components that use it are drawn anew when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'uk';
}
