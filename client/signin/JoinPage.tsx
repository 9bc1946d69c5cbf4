import { Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { pagePaths } from '#client/app/links.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { apiPaths, SessionAnswer } from '#shared/api/contract.ts';
import { LinkAcceptRequest, LinkInspectAnswer } from '#shared/api/links.ts';
import { EntryLayout } from './EntryLayout.tsx';
import { FormError } from './FormError.tsx';
import { useOpenSession } from './useOpenSession.ts';

/** Where a one-time link leads: its person sets a password and is signed in. The secret stands after `#`. */
export function JoinPage() {
  const { t } = useTranslation('access');
  const secret = useLocation().hash.slice(1);
  const link = useQuery({
    queryKey: ['link', secret],
    queryFn: () =>
      apiFetch(apiPaths.linkInspect, LinkInspectAnswer, { method: 'POST', body: { secret: secret || '-' } }),
    // Each try is counted, and what it says does not change by being asked again.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (link.isPending) return <LoadingPage />;
  return (
    <EntryLayout>
      {link.isError ? (
        <Stack gap="md">
          <title>{t('join.failed')}</title>
          <Title order={1} size="h2">
            {t('join.failed')}
          </Title>
          <FormError error={link.error} />
          <Anchor component={Link} to={pagePaths.signIn}>
            {t('join.toSignIn')}
          </Anchor>
        </Stack>
      ) : (
        <JoinForm secret={secret} link={link.data} />
      )}
    </EntryLayout>
  );
}

function JoinForm({ secret, link }: { secret: string; link: LinkInspectAnswer }) {
  const { t } = useTranslation(['access', 'signin']);
  const formatTime = useFormatTime();
  const navigate = useNavigate();
  const openSession = useOpenSession();
  const signedIn = useSession().data?.actor ?? null;
  const [password, setPassword] = useState('');
  const [isShort, setShort] = useState(false);
  const { purpose, name, login, expiresAt } = link;
  const accept = useMutation({
    mutationFn: (body: LinkAcceptRequest) =>
      apiFetch(apiPaths.linkAccept, SessionAnswer, { method: 'POST', body }),
    onSuccess: async (answer) => {
      // Replaced, so that the way back does not lead to a link that was used.
      await navigate(pagePaths.home, { replace: true });
      openSession(answer);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = LinkAcceptRequest.safeParse({ secret, password });
    setShort(!body.success);
    if (body.success && !accept.isPending) accept.mutate(body.data);
  };
  return (
    <form onSubmit={submit} noValidate>
      <title>{t(`join.${purpose}`)}</title>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            {t(`join.${purpose}`)}
          </Title>
          <Text size="sm" mt={4}>
            {t(`join.${purpose}Text`, { name })}
          </Text>
        </div>
        <TextInput label={t('join.login')} autoComplete="username" value={login} readOnly />
        <PasswordInput
          label={t('join.password')}
          description={t('join.hint')}
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{
            'aria-label': t('signin:showPassword'),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          value={password}
          error={isShort ? t('join.short') : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {signedIn !== null && signedIn.name !== name && (
          <Text size="sm">{t('join.other', { name: signedIn.name })}</Text>
        )}
        <FormError error={accept.error} />
        <Button type="submit" loading={accept.isPending}>
          {t('join.submit')}
        </Button>
        <Text size="sm" c="var(--zvit-muted)">
          {t('join.expires', { time: formatTime(expiresAt) })}
        </Text>
      </Stack>
    </form>
  );
}
