import { notifications } from '@mantine/notifications';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanPaste } from './cleanPaste.ts';

/** Cleans what is pasted, and says what a report does not take. */
export function usePasteNotices() {
  const { t } = useTranslation('text');
  const words = useRef(t);
  words.current = t;
  return useMemo(() => {
    const refusePictures = (count: number) =>
      notifications.show({
        id: 'text-pictures',
        title: words.current('pictures.title', { count }),
        message: words.current('pictures.why'),
        color: 'yellow',
        autoClose: 10_000,
      });
    return {
      clean(html: string): string {
        const cleaned = cleanPaste(html);
        if (cleaned.pictures > 0) refusePictures(cleaned.pictures);
        return cleaned.html;
      },
      /** True when there are files alone: what a word processor copies has words beside its picture. */
      refuseFiles(_view: unknown, event: ClipboardEvent | DragEvent): boolean {
        const data = event instanceof ClipboardEvent ? event.clipboardData : event.dataTransfer;
        const count = data?.files.length ?? 0;
        if (count === 0 || data?.types.includes('text/html') || data?.types.includes('text/plain'))
          return false;
        event.preventDefault();
        refusePictures(count);
        return true;
      },
    };
  }, []);
}
