import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths, type DemoAccount, SessionAnswer } from '#shared/api/contract.ts';
import classes from './DemoAccounts.module.css';
import { FormError } from './FormError.tsx';
import { useOpenSession } from './useOpenSession.ts';

/** The demonstration's accounts, each one step away. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  const { t } = useTranslation(['signin', 'common']);
  const openSession = useOpenSession();
  const titleId = useId();
  const signIn = useMutation({
    mutationFn: (login: string) =>
      apiFetch(apiPaths.demoSession, SessionAnswer, { method: 'POST', body: { login } }),
    onSuccess: openSession,
  });
  return (
    <section className={classes.demo} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.title}>
        {t('demo.title')}
      </h2>
      <p className={classes.text}>{t('demo.text')}</p>
      <ul className={classes.list}>
        {accounts.map(({ login, name, role, organisation }) => (
          <li key={login}>
            <UnstyledButton
              className={classes.account}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(login)}
            >
              <span className={classes.name}>{name}</span>
              <span className={classes.detail}>
                {[t(`common:role.${role}`), organisation].filter((part) => part !== null).join(' · ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <FormError error={signIn.error} />
    </section>
  );
}
