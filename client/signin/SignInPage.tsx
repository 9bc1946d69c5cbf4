import { Button, Divider, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { apiFetch } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { pagePaths } from '#client/app/links.ts';
import { apiPaths, SessionAnswer, SignInRequest } from '#shared/api/contract.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { CodeStep } from './CodeStep.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { EntryLayout } from './EntryLayout.tsx';
import { FormError } from './FormError.tsx';
import { ProviderButton } from './ProviderButton.tsx';
import { ProviderCodeStep } from './ProviderCodeStep.tsx';
import { readReturnPath } from './readReturnPath.ts';
import { useOpenSession } from './useOpenSession.ts';
import { useProviderOutcome } from './useProviderOutcome.ts';

/** Whoever is signed in already is sent on; so is everybody as soon as they are. */
export function SignInPage() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <LoadingPage />;
  if (session.isLoadingError)
    return <FailurePage error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data.setupNeeded) return <Navigate to={pagePaths.setup} replace />;
  if (session.data.actor !== null) return <Navigate to={readReturnPath(location.state)} replace />;
  return (
    <EntryLayout>
      <SignIn provider={session.data.provider} returnPath={readReturnPath(location.state)} />
      {session.data.demoAccounts !== null && <DemoAccounts accounts={session.data.demoAccounts} />}
    </EntryLayout>
  );
}

type SignInProps = { provider: SessionAnswer['provider']; returnPath: string };

/** By password, or by the provider where there is one. */
function SignIn({ provider, returnPath }: SignInProps) {
  const { t } = useTranslation('provider');
  const outcome = useProviderOutcome(provider !== null);
  const [isLeft, setLeft] = useState(false);
  if (outcome.returnPath !== null && !isLeft) {
    return <ProviderCodeStep returnPath={outcome.returnPath} onBack={() => setLeft(true)} />;
  }
  return (
    <SignInForm>
      {provider !== null && (
        <>
          <Divider label={t('or')} />
          <ProviderButton name={provider.name} returnPath={returnPath} />
          <FormError error={outcome.error} />
        </>
      )}
    </SignInForm>
  );
}

/** `children` stand under it, and not beside the second step. */
function SignInForm({ children }: { children: ReactNode }) {
  const { t } = useTranslation('signin');
  const openSession = useOpenSession();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [isCapsLock, setIsCapsLock] = useState(false);

  const signIn = useMutation({
    mutationFn: () => {
      const body = SignInRequest.safeParse({ login, password, ...(isCodeAsked && { code }) });
      // A login no account can have is answered as any other wrong one.
      if (!body.success) throw new AppError('session.wrong-credentials');
      return apiFetch(apiPaths.session, SessionAnswer, { method: 'POST', body: body.data });
    },
    onSuccess: openSession,
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'session.code-required') setCodeAsked(true);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLock(event.getModifierState('CapsLock'));

  if (isCodeAsked) {
    return (
      <CodeStep
        code={code}
        isPending={signIn.isPending}
        error={signIn.error}
        onChange={setCode}
        onSubmit={submit}
        onBack={() => {
          setCodeAsked(false);
          setCode('');
          setPassword('');
          signIn.reset();
        }}
      />
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <title>{t('title')}</title>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <TextInput
          label={t('login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setIsCapsLock(false)}
          description={<span role="status">{isCapsLock ? t('capsLock') : ''}</span>}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <FormError error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t('submit')}
        </Button>
        {children}
      </Stack>
    </form>
  );
}
