import { isIP } from 'node:net';
import { z } from 'zod';
import { logLevels } from '#server/log/createLogger.ts';
import { ClaimRules } from './ClaimRule.ts';
import { MailFrom, SmtpUrl } from './MailConfig.ts';

/** One setting of the process: an environment variable, what it holds when not given, and what it is for. */
type Setting<S extends z.ZodType> = {
  /** As it would be written in the environment; empty means not set. */
  default: string;
  /** One sentence for the table of settings in the README. */
  what: string;
  /** From the variable's text to the value the server uses. */
  schema: S;
};

const define = <S extends z.ZodType>(setting: Setting<S>): Setting<S> => setting;

const flag = z.enum(['', '0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true');

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));

const orNull = <S extends z.ZodType>(schema: S) => z.union([z.literal('').transform(() => null), schema]);

const originText = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.parse(text)?.pathname === '/', 'an address without a path')
  .transform((text) => new URL(text).origin);

/** An address or a network of reverse proxies, as Express understands them. */
function isAddress(text: string): boolean {
  const [address = '', prefix = '0', ...rest] = text.trim().split('/');
  return address === 'loopback' || (isIP(address) > 0 && /^\d{1,3}$/.test(prefix) && rest.length === 0);
}

/** Tokens and a client secret travel to it, so it is https, but for one on this machine. */
const issuerText = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}, 'an https address');

/** JSON of a schema; what does not fit is told with its place, and without what stands there. */
const json = <S extends z.ZodType>(schema: S) =>
  z.string().transform((text, context): z.output<S> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' });
      return z.NEVER;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    context.addIssue({ code: 'custom', message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
    return z.NEVER;
  });

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));

/** Every setting there is. The README lists them; a test holds it to that. */
export const settings = {
  HOST: define({
    default: '127.0.0.1',
    what: 'Address to listen on. `0.0.0.0` makes the product reachable from the network: put TLS before it.',
    schema: z.string().min(1),
  }),
  PORT: define({
    default: '3000',
    what: 'Port to listen on; `0` takes a free one and prints it.',
    schema: wholeNumber(0, 65_535),
  }),
  DATA_DIR: define({
    default: 'data',
    what: 'Folder of the SQLite database `zvit.sqlite`; created when missing.',
    schema: z.string().min(1),
  }),
  DATABASE_URL: define({
    default: '',
    what: 'PostgreSQL (`postgres://user:password@host/database`) instead of SQLite.',
    schema: orNull(z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ })),
  }),
  PUBLIC_URL: define({
    default: '',
    what:
      'Address people open, such as `https://zvit.example.ua`; several are separated by commas. Requests from other ' +
      'origins are refused, and with https the session cookie is `Secure`. Needed behind a reverse proxy.',
    schema: z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .pipe(z.array(originText)),
  }),
  TRUST_PROXY: define({
    default: '0',
    what:
      'How many reverse proxies stand before the server (their `X-Forwarded-For` is believed), or their addresses ' +
      'separated by commas.',
    schema: z
      .string()
      .refine(
        (text) => /^\d$/.test(text) || text.split(',').every(isAddress),
        'a number of proxies, or their addresses',
      )
      .transform((text) => (/^\d$/.test(text) ? Number(text) : text)),
  }),
  LOG_LEVEL: define({
    default: 'info',
    what: `How much is logged to stderr, as JSON lines: ${logLevels.map((level) => `\`${level}\``).join(', ')}.`,
    schema: z.enum(logLevels),
  }),
  DEMO: define({
    default: '0',
    what:
      '`1` starts the demonstration: a throwaway database with the 2020 example and one-click accounts. `DATA_DIR` ' +
      'and `DATABASE_URL` are left alone then.',
    schema: flag,
  }),
  SESSION_DAYS: define({
    default: '30',
    what: 'A session ends after this many days without use, and after three times as many in any case.',
    schema: wholeNumber(1, 120),
  }),
  REQUIRE_SECOND_FACTOR: define({
    default: '0',
    what:
      '`1`: administrators and coordinators without a second factor can set one up and do nothing else. API tokens ' +
      'work as before.',
    schema: flag,
  }),
  OIDC_ISSUER: define({
    default: '',
    what:
      'Address of an OpenID Connect provider, such as `https://id.example.ua/realms/city`: the sign-in page gets a ' +
      'button for it. With it goes `OIDC_CLIENT_ID`.',
    schema: orNull(issuerText),
  }),
  OIDC_CLIENT_ID: define({
    default: '',
    what: 'What the provider calls this installation. There its return address is `PUBLIC_URL` and `/api/oidc/callback`.',
    schema: z.string().max(300),
  }),
  OIDC_CLIENT_SECRET: define({
    default: '',
    what: 'The secret that goes with it; without one the code is protected by PKCE alone, which is always used.',
    schema: orNull(z.string().max(1_000)),
  }),
  OIDC_NAME: define({
    default: '',
    what: 'The provider’s name on the button, such as `Дія`.',
    schema: z.string().trim().max(60),
  }),
  OIDC_SCOPES: define({
    default: 'openid profile email',
    what: 'What is asked of the provider; `openid` has to be in it.',
    schema: words.refine((scopes) => scopes.includes('openid'), 'openid'),
  }),
  OIDC_RIGHTS: define({
    default: '[]',
    what: 'Which claims give which rights, as JSON: see below. Without a rule only people whose account is linked sign in so.',
    schema: json(ClaimRules),
  }),
  OIDC_SECOND_FACTOR: define({
    default: 'mfa',
    what: 'Values of the claims `amr` and `acr` by which the provider says that it has asked for a second factor itself.',
    schema: words,
  }),
  SECRET_KEY: define({
    default: '',
    what:
      'Key (32 bytes in base 64) by which the secrets of second factors are kept. Without it the server makes one ' +
      'at its first start, `secret.key` in `DATA_DIR`. Keep it with the backups, and apart from them.',
    schema: orNull(
      z
        .string()
        .regex(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base 64')
        .transform((text): Uint8Array => Buffer.from(text, 'base64')),
    ),
  }),
  REMIND_DAYS: define({
    default: '3',
    what:
      'Editors whose sheets are not submitted are reminded once, this many days before the deadline of the report or ' +
      'as soon after as the server runs; `0`: only by a coordinator.',
    schema: wholeNumber(0, 60),
  }),
  SMTP_URL: define({
    default: '',
    what:
      'Mail server, such as `smtps://name:password@mail.example.ua` or `smtp://name:password@mail.example.ua:587`: people who ' +
      'give an address then get what they are told by e-mail too. With it go `MAIL_FROM` and `PUBLIC_URL`. See below.',
    schema: orNull(SmtpUrl),
  }),
  MAIL_FROM: define({
    default: '',
    what: 'From whom mail comes: `zvit@city.example`, or `Звіт <zvit@city.example>`.',
    schema: orNull(MailFrom),
  }),
  METRICS_TOKEN: define({
    default: '',
    what: 'Bearer token that opens `/metrics`. Without it only this machine itself may read them, and not through a proxy.',
    schema: orNull(z.string().min(16)),
  }),
} as const;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as SettingName[];
