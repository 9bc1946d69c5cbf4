import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths, SessionAnswer } from '#shared/api/contract.ts';
import { CodeStep } from './CodeStep.tsx';
import { useOpenSession } from './useOpenSession.ts';

type Props = { returnPath: string; onBack: () => void };

/** The provider has let the person in and asked for one thing only: the second is asked for here. */
export function ProviderCodeStep({ returnPath, onBack }: Props) {
  const navigate = useNavigate();
  const openSession = useOpenSession();
  const [code, setCode] = useState('');
  const signIn = useMutation({
    mutationFn: () => apiFetch(apiPaths.oidcCode, SessionAnswer, { method: 'POST', body: { code } }),
    onSuccess: async (answer) => {
      await navigate(returnPath, { replace: true });
      openSession(answer);
    },
  });
  return (
    <CodeStep
      by="provider"
      code={code}
      isPending={signIn.isPending}
      error={signIn.error}
      onChange={setCode}
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== '' && !signIn.isPending) signIn.mutate();
      }}
      onBack={onBack}
    />
  );
}
