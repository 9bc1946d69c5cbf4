import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import { useTakeBack } from '../work/useTakeBack.ts';

type Props = {
  count: number;
  /** About those that were left, and whose they are; null when all went. */
  kept: string | null;
  restore(): Promise<HistoryOutcome>;
  onRestored(): void;
};

export function RowsDeletedNotice({ count, kept, restore, onRestored }: Props) {
  const { t } = useTranslation('rows');
  const { t: tGrid } = useTranslation('grid');
  const takeBack = useTakeBack(restore, onRestored);
  return (
    <Stack gap={6}>
      <Group gap="sm" justify="space-between">
        <Text size="sm">{count === 1 ? tGrid('row.deleted') : t('deleted', { count })}</Text>
        <Button size="compact-sm" variant="default" onClick={takeBack}>
          {tGrid('row.restore')}
        </Button>
      </Group>
      {kept !== null && <Text size="sm">{kept}</Text>}
    </Stack>
  );
}
