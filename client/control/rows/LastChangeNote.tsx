import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { LastChangesAnswer } from '#shared/api/contract.ts';

export type ShownChange = Pick<LastChangesAnswer['changes'][number], 'at' | 'author'>;

/** «Остання зміна: Олена К., 12.03.2021, 14:20», in the reader's own time. */
export function LastChangeNote({ change: { at, author } }: { change: ShownChange }) {
  const { t } = useTranslation('changes');
  const formatTime = useFormatTime();
  const who =
    author.kind === 'server' ? t('byServer') : t('byPerson', { name: author.name ?? t('nameless') });
  return (
    <>
      {who}, <time dateTime={at}>{formatTime(at)}</time>
    </>
  );
}
