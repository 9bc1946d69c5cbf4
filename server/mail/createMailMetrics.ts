import { Counter, Gauge, type Registry } from 'prom-client';

/** What an operator watches of the mail. */
export type MailMetrics = { sent: Counter; failed: Counter<'reason'>; waiting: Gauge };

export function createMailMetrics(registry: Registry): MailMetrics {
  const registers = [registry];
  return {
    sent: new Counter({ name: 'zvit_mail_sent_total', help: 'Mails that the mail server took', registers }),
    failed: new Counter({
      name: 'zvit_mail_failures_total',
      help: 'Attempts that failed, by reason: server, unsure, later, message, recipient',
      labelNames: ['reason'],
      registers,
    }),
    waiting: new Gauge({ name: 'zvit_mail_waiting', help: 'People for whom mail waits', registers }),
  };
}
