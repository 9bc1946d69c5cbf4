import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { SessionList } from '#shared/api/contract.ts';
import { describeUserAgent } from './describeUserAgent.ts';
import classes from './ProfilePage.module.css';

type Props = {
  sessions: SessionList['sessions'];
  /** The session that is being ended. */
  ending: string | null;
  onEnd: (sessionId: string) => void;
};

/** From where somebody has signed in and when they were last there. */
export function SessionTable({ sessions, ending, onEnd }: Props) {
  const { t } = useTranslation('profile');
  const formatTime = useFormatTime();
  return (
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
        {sessions.map(({ id, isCurrent, createdAt, lastSeenAt, userAgent }) => {
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
                    loading={ending === id}
                    onClick={() => onEnd(id)}
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
  );
}
