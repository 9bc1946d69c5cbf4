import { Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { apiSend } from '#client/api/client.ts';
import { useMailQueue } from '#client/api/mail.ts';
import { Section } from '#client/control/Section.tsx';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { type MailQueue, mailPaths } from '#shared/api/mail.ts';
import { AddressForm } from './AddressForm.tsx';
import classes from './mail.module.css';

/** How sending mail goes: what waits and why, what was refused, and a way to try it. For administrators. */
export function MailQueueSection() {
  const { t } = useTranslation('mail');
  const { data, error } = useMailQueue();
  return (
    <Section title={t('title')}>
      <FormError error={error} />
      {data?.isOn === false && <p className={classes.text}>{t('queue.off')}</p>}
      {data?.isOn === true && (
        <>
          <p className={classes.text}>
            {t('queue.lead', { from: data.from ?? '', server: data.server ?? '' })}
            {data.waiting.length === 0 && ` ${t('queue.none')}`}
          </p>
          {data.waiting.length > 0 && <WaitingTable waiting={data.waiting} />}
          {data.refused.length > 0 && <RefusedTable refused={data.refused} />}
          <TestMail />
        </>
      )}
    </Section>
  );
}

function WaitingTable({ waiting }: Pick<MailQueue, 'waiting'>) {
  const { t } = useTranslation('mail');
  const formatTime = useFormatTime();
  return (
    <QueueTable
      title={t('queue.waiting')}
      columns={[
        [t('queue.who')],
        [t('queue.what')],
        [t('queue.since'), 150],
        [t('queue.attempts'), 80],
        [t('queue.next'), 150],
        [t('queue.error')],
      ]}
    >
      {waiting.map(({ userId, name, kind, count, since, attempts, nextAttemptAt, error }) => (
        <Table.Tr key={userId}>
          <Table.Td>{name}</Table.Td>
          <Table.Td>{kind === 'digest' ? t('queue.digest', { count }) : t('queue.confirmation')}</Table.Td>
          <Table.Td>{formatTime(since)}</Table.Td>
          <Table.Td>{attempts}</Table.Td>
          <Table.Td>{nextAttemptAt !== null && formatTime(nextAttemptAt)}</Table.Td>
          <Table.Td className={classes.error ?? ''}>{error}</Table.Td>
        </Table.Tr>
      ))}
    </QueueTable>
  );
}

function RefusedTable({ refused }: Pick<MailQueue, 'refused'>) {
  const { t } = useTranslation('mail');
  const formatTime = useFormatTime();
  return (
    <QueueTable
      title={t('queue.refused')}
      columns={[[t('queue.who')], [t('queue.what')], [t('queue.at'), 150], [t('queue.error')]]}
    >
      {refused.map(({ userId, name, at, error, isDead }) => (
        <Table.Tr key={userId}>
          <Table.Td>{name}</Table.Td>
          <Table.Td>{t(isDead ? 'queue.dead' : 'queue.dropped')}</Table.Td>
          <Table.Td>{formatTime(at)}</Table.Td>
          <Table.Td className={classes.error ?? ''}>{error}</Table.Td>
        </Table.Tr>
      ))}
    </QueueTable>
  );
}

type QueueTableProps = {
  title: string;
  /** Each with its width in pixels where it has one. */
  columns: readonly (readonly [title: string, width?: number])[];
  children: ReactNode;
};

function QueueTable({ title, columns, children }: QueueTableProps) {
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <div className={classes.scroll}>
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(([name, width]) => (
                <Table.Th key={name} {...(width !== undefined && { w: width })}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </div>
    </>
  );
}

function TestMail() {
  const { t } = useTranslation('mail');
  const language = useLanguage();
  const test = useMutation({
    mutationFn: (address: string) => apiSend(mailPaths.test, { body: { address, language } }),
  });
  return (
    <div className={classes.test}>
      <AddressForm
        label={t('queue.testAddress')}
        submit={t('queue.test')}
        isBusy={test.isPending}
        onSubmit={test.mutate}
      />
      <FormError error={test.error} />
      <p role="status" className={classes.status}>
        {test.isSuccess && t('queue.tested', { address: test.variables })}
      </p>
    </div>
  );
}
