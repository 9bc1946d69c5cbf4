import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  reason: string;
  /** Puts the table into the order in which rows can be moved; null when that would not help. */
  onOrder: (() => void) | null;
};

export function MoveRefusedNotice({ reason, onOrder }: Props) {
  const { t } = useTranslation('rows');
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">{reason}</Text>
      {onOrder !== null && (
        <Button size="compact-sm" variant="default" onClick={onOrder}>
          {t('move.natural')}
        </Button>
      )}
    </Stack>
  );
}
