import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';

/** What became of a paste that ended early, with the way back. */
export function EndedNotice({ outcome }: { outcome: WriteOutcome }) {
  const { t } = useTranslation('paste');
  const [isTakenBack, setTakenBack] = useState(false);
  const { done, total, end } = outcome;
  if (isTakenBack) return <Text size="sm">{t('ended.takenBack')}</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        {t('ended.part', { done, total })}
        {end === 'unsent' && ` ${t('ended.unsentHint')}`}
      </Text>
      {done > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void outcome.takeBack().then(() => setTakenBack(true))}
        >
          {t('ended.takeBack')}
        </Button>
      )}
    </Stack>
  );
}
