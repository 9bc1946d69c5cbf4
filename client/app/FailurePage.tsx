import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';

/** A whole page that could not be shown: what happened, what is kept, what to do. */
export function FailurePage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  return (
    <Stack component="main" align="flex-start" gap="md" maw={560} mx="auto" p="xl" mt="10vh" role="alert">
      <Title order={1} size="h3">
        {t('error.title')}
      </Title>
      <Text>{errorText(error)}</Text>
      <Button onClick={onRetry}>{t('error.retry')}</Button>
    </Stack>
  );
}
