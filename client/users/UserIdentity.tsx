import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, UserInfo } from '#shared/api/contract.ts';
import classes from './AccessDialog.module.css';
import { usersKey } from './usersKey.ts';

/** Who somebody is at the provider: said by its subject, and taken back. Nothing where there is no provider. */
export function UserIdentity({ user }: { user: UserInfo }) {
  const { t } = useTranslation('provider');
  const provider = useSession().data?.provider ?? null;
  const queries = useQueryClient();
  const [subject, setSubject] = useState('');
  const path = buildPath(apiPaths.userIdentity, { userId: user.id });
  const refresh = () => queries.invalidateQueries({ queryKey: usersKey });
  const link = useMutation({
    mutationFn: () => apiFetch(path, UserInfo, { method: 'PUT', body: { subject } }),
    onSuccess: () => setSubject(''),
    onSettled: refresh,
  });
  const unlink = useMutation({
    mutationFn: () => apiFetch(path, UserInfo, { method: 'DELETE' }),
    onSettled: refresh,
  });
  if (provider === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (subject.trim() !== '' && !link.isPending) link.mutate();
  };
  return (
    <Section title={provider.name === '' ? t('ofUser.title') : provider.name}>
      {user.identity === null ? (
        <form onSubmit={submit}>
          <p className={classes.text}>{t('ofUser.none')}</p>
          <Group align="end" gap="sm">
            <TextInput
              label={t('ofUser.subject')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={255}
              w={280}
              value={subject}
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={subject.trim() === ''} loading={link.isPending}>
              {t('ofUser.link')}
            </Button>
          </Group>
        </form>
      ) : (
        <>
          <p className={classes.text}>{t('ofUser.linked', user.identity)}</p>
          <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
            {t('ofUser.unlink')}
          </Button>
          <Text size="sm" c="var(--zvit-muted)" mt={4}>
            {t('ofUser.unlinkHint')}
          </Text>
        </>
      )}
      <FormError error={link.error ?? unlink.error} />
      <p role="status" className={classes.status}>
        {unlink.isSuccess && user.identity === null && t('ofUser.done')}
      </p>
    </Section>
  );
}
