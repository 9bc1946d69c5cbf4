import { useTranslation } from 'react-i18next';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import { showBusy } from './showBusy.ts';

/** A way back that may have to wait, or be stopped: it then stays, and `onTakenBack` is not called. */
export function useTakeBack(takeBack: () => Promise<HistoryOutcome>, onTakenBack: () => void): () => void {
  const { t } = useTranslation('work');
  return () =>
    void takeBack().then((outcome) => {
      if (outcome === 'busy') showBusy(t('busy'));
      else if (outcome === null || outcome.restCount === 0) onTakenBack();
    });
}
