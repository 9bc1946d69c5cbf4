import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagePaths, reportLink } from '#client/app/links.ts';
import type { Actor } from '#shared/model/user.ts';

/** What stands now, and where to go from here. */
export function DoneStep({ actor, withExample }: { actor: Actor | null; withExample: boolean }) {
  const { t } = useTranslation('setup');
  const reportId = actor?.memberships[0]?.reportId;
  return (
    <Stack gap="md">
      <div role="status">
        <Title order={1} size="h3">
          {t('done.title')}
        </Title>
        <Text size="sm" mt={4}>
          {t('done.text')} {withExample && t('done.withExample')}
        </Text>
      </div>
      <Group>
        {reportId === undefined ? (
          <Button component={Link} to={pagePaths.home}>
            {t('done.toReports')}
          </Button>
        ) : (
          <Button component={Link} to={reportLink(reportId, 'control')}>
            {t('done.toReport')}
          </Button>
        )}
        <Button component={Link} to={pagePaths.users} variant="default">
          {t('done.toUsers')}
        </Button>
      </Group>
    </Stack>
  );
}
