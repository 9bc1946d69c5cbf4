import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { AppError, formatError } from '#shared/errors/AppError.ts';
import { ApiProblem } from './ApiProblem.ts';
import { NetworkError } from './NetworkError.ts';

/** Gives a function that puts any error into words of the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('common');
  const language = useLanguage();
  return useCallback(
    (error: unknown) => {
      if (error instanceof ApiProblem) return error.text(language);
      if (error instanceof AppError) return formatError(error.code, error.parameters, language);
      if (error instanceof NetworkError) return t(error.isOfChange ? 'error.unanswered' : 'error.network');
      return t('error.unexpected');
    },
    [t, language],
  );
}
