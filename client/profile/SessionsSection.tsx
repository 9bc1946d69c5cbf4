import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, apiSend, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, SessionList } from '#shared/api/contract.ts';
import classes from './ProfilePage.module.css';
import { SessionTable } from './SessionTable.tsx';

export const sessionsKey = ['profile', 'sessions'] as const;

/** Where the person is signed in; any session but this one can be ended. */
export function SessionsSection() {
  const { t } = useTranslation('profile');
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: () => apiFetch(apiPaths.sessions, SessionList),
  });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      apiSend(buildPath(apiPaths.profileSession, { sessionId }), { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
  return (
    <Section title={t('sessions.title')}>
      <p className={classes.text}>{t('sessions.text')}</p>
      <FormError error={sessions.error ?? end.error} />
      <SessionTable
        sessions={sessions.data?.sessions ?? []}
        ending={end.isPending ? end.variables : null}
        onEnd={end.mutate}
      />
    </Section>
  );
}
