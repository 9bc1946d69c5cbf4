import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { Author } from '#shared/model/author.ts';

/** When and by whom, in words. */
export function useMarkText(): (mark: { at: string; author: Author }) => { time: string; who: string } {
  const { t } = useTranslation('finalising');
  const formatTime = useFormatTime();
  return ({ at, author }) => ({
    time: formatTime(at),
    who: author.kind === 'server' ? t('server') : (author.name ?? t('nameless')),
  });
}
