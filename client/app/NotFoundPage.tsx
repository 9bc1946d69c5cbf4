import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagePaths } from './links.ts';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <Stack component="main" gap="md" maw={560} mx="auto" p="xl" mt="10vh">
      <Title order={1} size="h3">
        {t('notFound.title')}
      </Title>
      <Text>{t('notFound.text')}</Text>
      <Anchor component={Link} to={pagePaths.home}>
        {t('error.toReports')}
      </Anchor>
    </Stack>
  );
}
