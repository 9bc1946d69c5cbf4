import { createTransport } from 'nodemailer';
import type { MailConfig } from '#server/config/MailConfig.ts';
import type { Language } from '#shared/errors/AppError.ts';
import { MailRefused } from './MailRefused.ts';

export type OutgoingMail = {
  to: string;
  /** The same for the same mail, however often it is sent; without brackets and host. */
  id: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
  /** Address that takes the POST of RFC 8058; null where there is nothing to unsubscribe from. */
  stopAddress: string | null;
};

/** Hands mail to the server of the settings; the only code that speaks SMTP. */
export type Mailer = {
  /** Resolves when the server has taken it. Rejects with {@link MailRefused}. */
  send(mail: OutgoingMail, signal?: AbortSignal): Promise<void>;
};

export type MailTimeouts = { connectMs: number; silenceMs: number; wholeMs: number };

const usualTimeouts: MailTimeouts = { connectMs: 10_000, silenceMs: 30_000, wholeMs: 60_000 };

export function createMailer(
  { server, from }: MailConfig,
  { connectMs, silenceMs, wholeMs }: MailTimeouts = usualTimeouts,
): Mailer {
  const { host, port, tls, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'from-start',
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(user !== null && password !== null && { auth: { user, pass: password } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    dnsTimeout: connectMs,
    // A mail never takes anything from the disk or the network along.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send({ to, id, language, subject, text, html, stopAddress }, signal) {
      const signals = [AbortSignal.timeout(wholeMs), ...(signal === undefined ? [] : [signal])];
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            ...(stopAddress !== null && {
              'List-Unsubscribe': `<${stopAddress}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
          signal: AbortSignal.any(signals),
        });
      } catch (error) {
        throw MailRefused.from(error);
      }
    },
  };
}
