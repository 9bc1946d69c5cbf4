import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/errors/AppError.ts';
import { initTexts } from './initTexts.ts';

const storageKey = 'zvit.language';

/** Ukrainian unless this browser was told otherwise. Keeps `<html lang>` in step. */
export async function setupI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await initTexts(i18next.use(initReactI18next), readStoredLanguage());
}

export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that stores nothing still speaks the language until the page is closed.
  }
  await i18next.changeLanguage(language);
}

function readStoredLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'uk';
  } catch {
    return 'uk';
  }
}
