import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { apiSend, buildPath } from '#client/api/client.ts';
import { pagePaths } from '#client/app/links.ts';
import { EntryLayout } from '#client/signin/EntryLayout.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { mailPaths } from '#shared/api/mail.ts';

/**
 * Where the links of a mail lead: the token stands after `#`. It is done by a press and not by opening, because programs
 * open links too.
 */
export function MailLinkPage({ purpose }: { purpose: 'confirm' | 'stop' }) {
  const { t } = useTranslation('mail');
  const token = useLocation().hash.slice(1) || '-';
  const act = useMutation({
    mutationFn: () =>
      purpose === 'confirm'
        ? apiSend(mailPaths.confirmation, { body: { token } })
        : apiSend(buildPath(mailPaths.stop, { token })),
  });
  const page = `${purpose}Page` as const;
  return (
    <EntryLayout>
      <title>{t(`${page}.title`)}</title>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t(`${page}.title`)}
        </Title>
        {!act.isSuccess && <Text size="sm">{t(`${page}.lead`)}</Text>}
        <Text size="sm" role="status">
          {act.isSuccess && t(`${page}.done`)}
        </Text>
        <FormError error={act.error} />
        {act.isSuccess ? (
          <Anchor component={Link} to={pagePaths.profile}>
            {t('toProfile')}
          </Anchor>
        ) : (
          <Button loading={act.isPending} onClick={() => act.mutate()}>
            {t(`${page}.button`)}
          </Button>
        )}
      </Stack>
    </EntryLayout>
  );
}
