import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';

/** In a notice of what was restored: takes exactly that back, whatever was done since. */
export function TakeBackButton({ onTakeBack }: { onTakeBack(): Promise<HistoryOutcome> }) {
  const { t } = useTranslation('cellHistory');
  const [isUsed, setIsUsed] = useState(false);
  return (
    <Button
      size="compact-xs"
      variant="default"
      ml={8}
      disabled={isUsed}
      onClick={() => {
        setIsUsed(true);
        void onTakeBack().then((outcome) => {
          const isDone = outcome !== null && outcome !== 'busy' && outcome.count > 0;
          if (!isDone) notifications.show({ message: t('restore.kept'), color: 'yellow' });
        });
      }}
    >
      {t('restore.undo')}
    </Button>
  );
}
