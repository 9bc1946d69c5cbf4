import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
import { TakeBackLine } from './TakeBackLine.tsx';

/** What became of work that ended early, with the way back. */
export function EndedNotice({ outcome }: { outcome: WriteOutcome }) {
  const { t } = useTranslation('work');
  const [isTakenBack, setTakenBack] = useState(false);
  const { done, total, end } = outcome;
  if (isTakenBack) return <Text size="sm">{t('ended.takenBack')}</Text>;
  const words = done === 0 ? t('ended.nothing') : t('ended.part', { done, total });
  return (
    <>
      <Text size="sm">
        {words}
        {end === 'unsent' && ` ${t('ended.unsentHint')}`}
      </Text>
      <TakeBackLine
        outcome={outcome}
        label={t('ended.takeBack')}
        hint={t('ended.takeBackHint')}
        onTakenBack={() => setTakenBack(true)}
      />
    </>
  );
}
