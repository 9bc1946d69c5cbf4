import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** A sentence each. */
  lines: readonly string[];
  /** Leads to what changed; null when it is in sight or gone. */
  onShow: (() => void) | null;
};

/** What undo or redo did out of sight, and what it left alone. */
export function HistoryNotice({ lines, onShow }: Props) {
  const { t } = useTranslation('history');
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <Stack gap={6}>
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
      </Stack>
      {onShow !== null && (
        <Button size="compact-sm" variant="default" onClick={onShow} style={{ flexShrink: 0 }}>
          {t('show')}
        </Button>
      )}
    </Group>
  );
}
