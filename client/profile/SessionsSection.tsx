import { Button, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFetch, apiSend, buildPath } from '#client/api/client.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { apiPaths, SessionList } from '#shared/api/contract.ts';
import { describeUserAgent } from './describeUserAgent.ts';
import classes from './ProfilePage.module.css';

export const sessionsKey = ['profile', 'sessions'] as const;

/** Where the person is signed in; any session but this one can be ended. */
export function SessionsSection() {
  const { t } = useTranslation('profile');
  const formatTime = useFormatTime();
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
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sessions.device')}</Table.Th>
            <Table.Th w={170}>{t('sessions.created')}</Table.Th>
            <Table.Th w={170}>{t('sessions.seen')}</Table.Th>
            <Table.Th w={130}>
              <span className="visually-hidden">{t('sessions.end')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(sessions.data?.sessions ?? []).map(({ id, isCurrent, createdAt, lastSeenAt, userAgent }) => {
            const device = describeUserAgent(userAgent) || t('sessions.unknown');
            return (
              <Table.Tr key={id}>
                <Table.Td title={userAgent}>{device}</Table.Td>
                <Table.Td>{formatTime(createdAt)}</Table.Td>
                <Table.Td>{formatTime(lastSeenAt)}</Table.Td>
                <Table.Td ta="right">
                  {isCurrent ? (
                    <span className={classes.muted}>{t('sessions.current')}</span>
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('sessions.endThis', { device, time: formatTime(createdAt) })}
                      loading={end.isPending && end.variables === id}
                      onClick={() => end.mutate(id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
