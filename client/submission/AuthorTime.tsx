import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { AuthorAnswer } from '#shared/api/submission.ts';

/** «26.11.2026, 14:05, Олена Коваленко», in the reader's own time. */
export function AuthorTime({ mark: { at, author } }: { mark: { at: string; author: AuthorAnswer } }) {
  const { t } = useTranslation('submission');
  const formatTime = useFormatTime();
  const who = author.kind === 'server' ? t('changes.server') : (author.name ?? t('changes.nameless'));
  return (
    <>
      <time dateTime={at}>{formatTime(at)}</time>, {who}
    </>
  );
}
