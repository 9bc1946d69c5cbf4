import { Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { sessionKey, useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { pagePaths } from '#client/app/links.ts';
import { useSignOut } from '#client/app/useSignOut.ts';
import { FactorSetup } from '#client/profile/FactorSetup.tsx';
import type { Actor } from '#shared/model/user.ts';
import { EntryLayout } from './EntryLayout.tsx';
import { readReturnPath } from './readReturnPath.ts';

/** Where a second factor is required: it is set up here, and then everything opens. */
export function SecurePage() {
  const session = useSession();
  const location = useLocation();
  if (session.isPending) return <LoadingPage />;
  if (session.isLoadingError)
    return <FailurePage error={session.error} onRetry={() => void session.refetch()} />;
  const { actor, secondFactorNeeded } = session.data;
  if (actor === null) return <Navigate to={pagePaths.signIn} replace />;
  if (!secondFactorNeeded) return <Navigate to={readReturnPath(location.state)} replace />;
  return (
    <EntryLayout>
      <Securing actor={actor} />
    </EntryLayout>
  );
}

function Securing({ actor }: { actor: Actor }) {
  const { t } = useTranslation('factor');
  const queries = useQueryClient();
  const signOut = useSignOut(actor);
  return (
    <Stack gap="md">
      <title>{t('required.title')}</title>
      <div>
        <Title order={1} size="h2">
          {t('required.title')}
        </Title>
        <Text size="sm" mt={4}>
          {t('required.text')} {t('text')}
        </Text>
      </div>
      <FactorSetup onDone={() => void queries.invalidateQueries({ queryKey: sessionKey })} />
      <Button variant="subtle" onClick={signOut.start}>
        {t('required.signOut')}
      </Button>
    </Stack>
  );
}
