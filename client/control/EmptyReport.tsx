import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reportLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';

/** A report nobody has written in: where numbers come from, and the way there. */
export function EmptyReport() {
  const { t } = useTranslation('control');
  const { structure } = useReport();
  return (
    <Stack align="flex-start" gap="sm" maw={560}>
      <Title order={2} size="h4">
        {t('empty.title')}
      </Title>
      <Text>{t('empty.text')}</Text>
      <Group gap="sm">
        <Button component={Link} to={reportLink(structure.report.id, 'expenditures')}>
          {t('empty.expenditures')}
        </Button>
        <Button component={Link} to={reportLink(structure.report.id, 'activities')} variant="default">
          {t('empty.activities')}
        </Button>
      </Group>
    </Stack>
  );
}
