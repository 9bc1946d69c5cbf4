import { Center, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function LoadingPage() {
  const { t } = useTranslation('common');
  return (
    <Center component="main" mih="60vh" aria-busy="true">
      <Stack align="center" gap="sm">
        <Loader size="sm" />
        <Text size="sm" role="status">
          {t('loading')}
        </Text>
      </Stack>
    </Center>
  );
}
