import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function RowDeletedNotice({ onRestore }: { onRestore: () => void }) {
  const { t } = useTranslation('grid');
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm">{t('row.deleted')}</Text>
      <Button size="compact-sm" variant="default" onClick={onRestore}>
        {t('row.restore')}
      </Button>
    </Group>
  );
}
