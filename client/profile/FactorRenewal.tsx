import { Button, Group, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { CodeInput } from '#client/signin/CodeInput.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { FactorRecovery } from '#shared/api/secondFactor.ts';
import { identityQuery } from './identityQuery.ts';
import classes from './ProfilePage.module.css';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Props = { onDone: () => void; onCancel: () => void };

/** New recovery codes in place of the old ones, by the password and a code; the phone stays as it is. */
export function FactorRenewal({ onDone, onCancel }: Props) {
  const { t } = useTranslation(['factor', 'signin', 'provider']);
  const hasPassword = useQuery(identityQuery).data?.hasPassword ?? true;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const renew = useMutation({
    mutationFn: () =>
      apiFetch(apiPaths.secondFactorRecovery, FactorRecovery, { method: 'POST', body: { password, code } }),
  });
  if (renew.data !== undefined) {
    return <RecoveryCodes codes={renew.data.recoveryCodes} text={t('renewedText')} onDone={onDone} />;
  }
  const isReady = code !== '' && (!hasPassword || password !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !renew.isPending) renew.mutate();
  };
  return (
    <form onSubmit={submit}>
      <p className={classes.text}>
        {t('renewText')} {!hasPassword && t('provider:fresh')}
      </p>
      <Group align="end" gap="sm">
        {hasPassword && (
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            autoFocus
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
        <CodeInput label={t('code')} value={code} onChange={setCode} />
        <Button type="submit" disabled={!isReady} loading={renew.isPending}>
          {t('renew')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
      <FormError error={renew.error} />
    </form>
  );
}
