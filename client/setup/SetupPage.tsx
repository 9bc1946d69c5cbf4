import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { pagePaths } from '#client/app/links.ts';
import { EntryLayout } from '#client/signin/EntryLayout.tsx';
import { useOpenSession } from '#client/signin/useOpenSession.ts';
import { apiPaths, SessionAnswer, type SetupRequest } from '#shared/api/contract.ts';
import { type Account, AccountStep } from './AccountStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { ExampleStep } from './ExampleStep.tsx';
import { SetupSteps } from './SetupSteps.tsx';

/** The first visit: an administrator, an example or none, done. Nothing is created before the second step ends. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const session = useSession();
  const openSession = useOpenSession();
  const [account, setAccount] = useState<Account>({ name: '', login: '', password: '' });
  const [step, setStep] = useState<'account' | 'example' | 'done'>('account');
  const [withExample, setWithExample] = useState(true);
  const create = useMutation({
    mutationFn: (body: SetupRequest) => apiFetch(apiPaths.setup, SessionAnswer, { method: 'POST', body }),
    onSuccess: (answer) => {
      setStep('done');
      openSession(answer);
    },
  });

  if (session.isPending) return <LoadingPage />;
  if (session.isLoadingError)
    return <FailurePage error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data.setupNeeded && step !== 'done' && !create.isPending) {
    return <Navigate to={pagePaths.signIn} replace />;
  }
  return (
    <EntryLayout>
      <title>{t('title')}</title>
      <SetupSteps step={step} />
      {step === 'account' && (
        <AccountStep
          account={account}
          onNext={(entered) => {
            setAccount(entered);
            setStep('example');
          }}
        />
      )}
      {step === 'example' && (
        <ExampleStep
          withExample={withExample}
          isPending={create.isPending}
          error={create.error}
          onChange={setWithExample}
          onBack={() => setStep('account')}
          onCreate={() => create.mutate({ ...account, loadExample: withExample })}
        />
      )}
      {step === 'done' && <DoneStep actor={session.data.actor} withExample={withExample} />}
    </EntryLayout>
  );
}
