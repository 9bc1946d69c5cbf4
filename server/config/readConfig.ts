import { resolve } from 'node:path';
import type { z } from 'zod';
import type { LogLevel } from '#server/log/createLogger.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ClaimRule } from './ClaimRule.ts';
import type { MailConfig } from './MailConfig.ts';
import { type SettingName, settings } from './settings.ts';

/** All that a server needs to know before it starts. Paths are absolute. */
export type Config = {
  host: string;
  /** 0 takes a free port. */
  port: number;
  dataDir: string;
  /** Null: SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** Origins under which people open the product; empty means: the host they asked for. */
  publicOrigins: string[];
  /** Express's `trust proxy`: hops, or addresses. */
  trustProxy: number | string;
  logLevel: LogLevel;
  demo: boolean;
  sessionDays: number;
  /** Of administrators and coordinators. */
  requireSecondFactor: boolean;
  /** Before a deadline; 0 for no reminders by the server. */
  remindDays: number;
  metricsToken: string | null;
  /** 32 bytes; null takes the file beside the database. */
  secretKey: Uint8Array | null;
  /** Null: nobody signs in by OpenID Connect. */
  oidc: OidcConfig | null;
  /** Null: no mail is sent. */
  mail: MailConfig | null;
  /** Folder of the built client. */
  clientDir: string;
};

/** The provider by which people sign in, and what its claims are worth here. */
export type OidcConfig = {
  issuer: string;
  clientId: string;
  /** Null: a public client. */
  clientSecret: string | null;
  /** On the button; empty has words of its own. */
  name: string;
  scopes: readonly string[];
  rights: readonly ClaimRule[];
  /** Values of `amr` and `acr` that mean a second factor. */
  strongMarks: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

const builtClientDir = resolve(import.meta.dirname, '../../dist');

/** The only reader of the environment. Throws AppError `config.invalid` naming the variable. */
export function readConfig(environment: Environment = process.env): Config {
  const parse = <S extends z.ZodType>(name: SettingName, { schema }: { schema: S }): z.output<S> => {
    // An empty variable is how many launchers write one that is not set.
    const result = schema.safeParse(environment[name] || settings[name].default);
    if (result.success) return result.data;
    // The value itself stays out of the text: it may be a password or a token.
    throw new AppError('config.invalid', { name, detail: result.error.issues[0]?.message ?? '' });
  };
  const readOidc = (): OidcConfig | null => {
    const issuer = parse('OIDC_ISSUER', settings.OIDC_ISSUER);
    const clientId = parse('OIDC_CLIENT_ID', settings.OIDC_CLIENT_ID);
    const rest = {
      clientSecret: parse('OIDC_CLIENT_SECRET', settings.OIDC_CLIENT_SECRET),
      name: parse('OIDC_NAME', settings.OIDC_NAME),
      scopes: parse('OIDC_SCOPES', settings.OIDC_SCOPES),
      rights: parse('OIDC_RIGHTS', settings.OIDC_RIGHTS),
      strongMarks: parse('OIDC_SECOND_FACTOR', settings.OIDC_SECOND_FACTOR),
    };
    if (issuer === null) return null;
    if (clientId === '')
      throw new AppError('config.invalid', { name: 'OIDC_CLIENT_ID', detail: 'goes with OIDC_ISSUER' });
    return { issuer, clientId, ...rest };
  };
  const publicOrigins = parse('PUBLIC_URL', settings.PUBLIC_URL);
  const readMail = (): MailConfig | null => {
    const server = parse('SMTP_URL', settings.SMTP_URL);
    const from = parse('MAIL_FROM', settings.MAIL_FROM);
    if (server === null) return null;
    const [origin] = publicOrigins;
    if (from === null)
      throw new AppError('config.invalid', { name: 'MAIL_FROM', detail: 'goes with SMTP_URL' });
    // A mail without a way back into the product would be of no use.
    if (origin === undefined)
      throw new AppError('config.invalid', { name: 'PUBLIC_URL', detail: 'goes with SMTP_URL' });
    return { server, from, origin };
  };
  return {
    host: parse('HOST', settings.HOST),
    port: parse('PORT', settings.PORT),
    dataDir: resolve(parse('DATA_DIR', settings.DATA_DIR)),
    databaseUrl: parse('DATABASE_URL', settings.DATABASE_URL),
    publicOrigins,
    trustProxy: parse('TRUST_PROXY', settings.TRUST_PROXY),
    logLevel: parse('LOG_LEVEL', settings.LOG_LEVEL),
    demo: parse('DEMO', settings.DEMO),
    sessionDays: parse('SESSION_DAYS', settings.SESSION_DAYS),
    requireSecondFactor: parse('REQUIRE_SECOND_FACTOR', settings.REQUIRE_SECOND_FACTOR),
    remindDays: parse('REMIND_DAYS', settings.REMIND_DAYS),
    metricsToken: parse('METRICS_TOKEN', settings.METRICS_TOKEN),
    secretKey: parse('SECRET_KEY', settings.SECRET_KEY),
    oidc: readOidc(),
    mail: readMail(),
    clientDir: builtClientDir,
  };
}

/** True when people come by TLS for certain: every public address is https. */
export function isAlwaysSecure({ publicOrigins }: Pick<Config, 'publicOrigins'>): boolean {
  return publicOrigins.length > 0 && publicOrigins.every((origin) => origin.startsWith('https:'));
}
