import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { CodeInput } from '#client/signin/CodeInput.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { FactorProposal, FactorRecovery } from '#shared/api/secondFactor.ts';
import classes from './FactorSetup.module.css';
import { identityQuery } from './identityQuery.ts';
import profileClasses from './ProfilePage.module.css';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** Turning the second factor on: the password, the phone, a code of it, the recovery codes. */
export function FactorSetup({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['factor', 'signin', 'provider']);
  const hasPassword = useQuery(identityQuery).data?.hasPassword ?? true;
  const [password, setPassword] = useState('');
  const propose = useMutation({
    mutationFn: () => apiFetch(apiPaths.secondFactor, FactorProposal, { method: 'POST', body: { password } }),
    onSuccess: () => setPassword(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ((!hasPassword || password !== '') && !propose.isPending) propose.mutate();
  };
  if (propose.data !== undefined) {
    return <FactorConfirmation proposal={propose.data} onDone={onDone} onCancel={propose.reset} />;
  }
  return (
    <form onSubmit={submit}>
      {!hasPassword && <p className={profileClasses.text}>{t('provider:fresh')}</p>}
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
          loading={propose.isPending}
        >
          {t('start')}
        </Button>
      </Group>
      <FormError error={propose.error} />
    </form>
  );
}

type ConfirmationProps = { proposal: FactorProposal; onDone: () => void; onCancel: () => void };

function FactorConfirmation({ proposal: { address, secret }, onDone, onCancel }: ConfirmationProps) {
  const { t } = useTranslation('factor');
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () =>
      apiFetch(apiPaths.secondFactorConfirmation, FactorRecovery, { method: 'POST', body: { code } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '' && !confirm.isPending) confirm.mutate();
  };
  if (confirm.data !== undefined)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} text={t('recoveryText')} onDone={onDone} />;
  return (
    <form onSubmit={submit} className={classes.setup}>
      <div className={classes.paper}>
        <QRCodeSVG value={address} size={176} title={t('qr')} role="img" />
      </div>
      <Stack gap="sm" align="flex-start">
        <p className={classes.text}>{t('scan')}</p>
        <div className={classes.text}>
          {t('secret')}: <code className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
        <CodeInput label={t('codeOfPhone')} value={code} onChange={setCode} autoFocus />
        <FormError error={confirm.error} />
        <Group gap="sm">
          <Button type="submit" disabled={code === ''} loading={confirm.isPending}>
            {t('confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
