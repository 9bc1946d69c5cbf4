import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, apiSend, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { SessionTable } from '#client/profile/SessionTable.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, SessionList, type UserInfo } from '#shared/api/contract.ts';
import classes from './AccessDialog.module.css';

/** Where somebody is signed in; an administrator ends one session or all. */
export function UserSessions({ user: { id: userId } }: { user: UserInfo }) {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const queryKey = ['users', userId, 'sessions'];
  const path = buildPath(apiPaths.userSessions, { userId });
  const sessions = useQuery({ queryKey, queryFn: () => apiFetch(path, SessionList) });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      apiSend(buildPath(apiPaths.userSession, { userId, sessionId }), { method: 'DELETE' }),
    onSettled: refresh,
  });
  const endAll = useMutation({
    mutationFn: () => apiSend(path, { method: 'DELETE' }),
    onSettled: refresh,
  });
  const list = sessions.data?.sessions ?? [];
  return (
    <Section
      title={t('sessions.title')}
      side={
        list.length > 1 && (
          <Button
            size="compact-xs"
            variant="default"
            loading={endAll.isPending}
            onClick={() => endAll.mutate()}
          >
            {t('sessions.endAll')}
          </Button>
        )
      }
    >
      <FormError error={sessions.error ?? end.error ?? endAll.error} />
      {sessions.isSuccess && list.length === 0 && <p className={classes.text}>{t('sessions.none')}</p>}
      {list.length > 0 && (
        <SessionTable sessions={list} ending={end.isPending ? end.variables : null} onEnd={end.mutate} />
      )}
      <p role="status" className={classes.status}>
        {(end.isSuccess || endAll.isSuccess) && t('sessions.ended')}
      </p>
    </Section>
  );
}
