import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyOutcome } from '../clipboard/listenToClipboard.ts';
import type { EditingActions } from './useEditing.ts';

/** Says why a copy or a cut was not made. One that was is seen, and told to a screen reader by the table's own line. */
export function useCopyNotices({ lockOf }: Pick<EditingActions, 'lockOf'>): (outcome: CopyOutcome) => void {
  const { t } = useTranslation('hands');
  return useCallback(
    (outcome) => {
      if (outcome.kind === 'no-table')
        notifications.show({ color: 'yellow', title: t('copy.noTableTitle'), message: t('copy.noTable') });
      if (outcome.kind === 'not-yours')
        notifications.show({
          color: 'yellow',
          title: t('copy.notYoursTitle'),
          message: `${lockOf({ row: outcome.row, column: '', spec: null }) ?? ''} ${t('copy.notYours')}`,
        });
    },
    [t, lockOf],
  );
}
