import { Button, Group, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch, apiSend } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { useProviderOutcome } from '#client/signin/useProviderOutcome.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { type Identity, OidcStartAnswer } from '#shared/api/oidc.ts';
import { identityQuery } from './identityQuery.ts';
import classes from './ProfilePage.module.css';

/** Who one is at the provider; nothing where there is none. */
export function IdentitySection() {
  const { t } = useTranslation('provider');
  const { data } = useQuery(identityQuery);
  const { error } = useProviderOutcome(data?.provider != null);
  if (data?.provider == null) return null;
  const { identity, hasPassword, provider } = data;
  return (
    <Section title={provider.name === '' ? t('title') : t('titleOf', provider)}>
      {identity === null ? (
        <LinkForm hasPassword={hasPassword} />
      ) : (
        <Linked identity={identity} hasPassword={hasPassword} />
      )}
      <FormError error={error} />
    </Section>
  );
}

function Linked({ identity, hasPassword }: { identity: Identity; hasPassword: boolean }) {
  const { t } = useTranslation('provider');
  const formatTime = useFormatTime();
  const queries = useQueryClient();
  const unlink = useMutation({
    mutationFn: () => apiSend(apiPaths.identity, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: identityQuery.queryKey }),
  });
  const times = [
    t('linkedAt', { time: formatTime(identity.linkedAt) }),
    ...(identity.lastUsedAt === null ? [] : [t('lastUsed', { time: formatTime(identity.lastUsedAt) })]),
  ];
  return (
    <>
      <p className={classes.text}>{t('linked', identity)}</p>
      <p className={`${classes.text} ${classes.muted}`}>{times.join(' · ')}</p>
      {hasPassword ? (
        <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
          {t('unlink')}
        </Button>
      ) : (
        <p className={classes.text}>{t('only')}</p>
      )}
      <FormError error={unlink.error} />
    </>
  );
}

function LinkForm({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation(['provider', 'signin']);
  const [password, setPassword] = useState('');
  const link = useMutation({
    mutationFn: () => apiFetch(apiPaths.identity, OidcStartAnswer, { method: 'POST', body: { password } }),
    onSuccess: ({ address }) => location.assign(address),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!link.isPending) link.mutate();
  };
  return (
    <form onSubmit={submit}>
      <p className={classes.text}>{t('text')}</p>
      <Group align="end" gap="sm">
        {hasPassword && (
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            w={280}
            visibilityToggleButtonProps={{
              'aria-label': t('signin:showPassword'),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          variant="default"
          disabled={hasPassword && password === ''}
          loading={link.isPending || link.isSuccess}
        >
          {t('link')}
        </Button>
      </Group>
      <FormError error={link.error} />
    </form>
  );
}
