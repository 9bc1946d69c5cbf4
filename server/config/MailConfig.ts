import { z } from 'zod';
import { MailAddressText } from '#shared/api/mail.ts';

/** The server that mail is handed to, and as whom. */
export type MailConfig = {
  server: MailServer;
  from: MailSender;
  /** Where the links of a mail lead; without a slash at the end. */
  origin: string;
};

export type MailServer = {
  host: string;
  port: number;
  user: string | null;
  password: string | null;
  /** `from-start`: smtps; `required`: STARTTLS or nothing is sent; `offered`: STARTTLS where it is offered; `none`. */
  tls: 'from-start' | 'required' | 'offered' | 'none';
};

export type MailSender = { name: string; address: string };

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const form =
  'smtp://name:password@host:587 or smtps://name:password@host, and nothing after it but ?tls=required or ?tls=none';

/**
 * `smtp://host:25`, `smtp://name:password@host:587`, `smtps://name:password@host`. A password never travels in the
 * clear but within this machine, unless `?tls=none` says so.
 */
export const SmtpUrl = z.string().transform((text, context): MailServer => {
  const url = URL.parse(text);
  const tls = url?.searchParams.get('tls') ?? null;
  const isWrong =
    url === null ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === '' ||
    !/^\/?$/.test(url.pathname) ||
    url.hash !== '' ||
    [...url.searchParams.keys()].some((name) => name !== 'tls') ||
    (tls !== null && tls !== 'required' && tls !== 'none') ||
    (url.protocol === 'smtps:' && tls === 'none') ||
    (url.username === '') !== (url.password === '');
  const user = isWrong ? null : tryDecode(url.username);
  const password = isWrong ? null : tryDecode(url.password);
  if (isWrong || user === null || password === null) {
    context.addIssue({ code: 'custom', message: form });
    return z.NEVER;
  }
  const isSecure = url.protocol === 'smtps:';
  const hasPassword = url.password !== '';
  const usual = hasPassword && !loopback.has(url.hostname) ? 'required' : 'offered';
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    user: hasPassword ? user : null,
    password: hasPassword ? password : null,
    tls: isSecure ? 'from-start' : (tls ?? usual),
  };
});

/** `zvit@city.example`, or `Звіт <zvit@city.example>`. */
export const MailFrom = z.string().transform((text, context): MailSender => {
  const named = /^([^<>"\p{Cc}]{1,100})<([^<>]+)>$/u.exec(text.trim());
  const address = MailAddressText.safeParse(named?.[2] ?? text);
  if (address.success) return { name: named?.[1]?.trim() ?? '', address: address.data };
  context.addIssue({ code: 'custom', message: 'zvit@city.example, or Name <zvit@city.example>' });
  return z.NEVER;
});

function tryDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
