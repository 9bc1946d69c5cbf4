import { useTranslation } from 'react-i18next';
import { useFormatShortTime } from '#client/i18n/useFormatShortTime.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { Author } from '#shared/model/author.ts';

type Props = {
  mark: { at: string; author: Author };
  /** The day is left out where it is today, and the whole of it shows on pointing at it. */
  isShort?: boolean;
};

/** «26.11.2026, 14:05, Олена Коваленко», in the reader's own time. */
export function AuthorTime({ mark: { at, author }, isShort = false }: Props) {
  const { t } = useTranslation('submission');
  const formatTime = useFormatTime();
  const formatShortTime = useFormatShortTime();
  const who = author.kind === 'server' ? t('changes.server') : (author.name ?? t('changes.nameless'));
  if (isShort) {
    return (
      <span title={`${formatTime(at)}, ${who}`}>
        <time dateTime={at}>{formatShortTime(at)}</time>, {who}
      </span>
    );
  }
  return (
    <>
      <time dateTime={at}>{formatTime(at)}</time>, {who}
    </>
  );
}
