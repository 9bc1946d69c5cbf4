import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Whatever carries a secret in a request, an answer or a body; `*` reaches one level into anything logged. */
const secretPaths = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  '*.password',
  '*.passwordHash',
  '*.token',
  '*.secret',
  '*.secretHash',
  '*.tokenHash',
  '*.cookie',
  '*.authorization',
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
];

/** The one logger of the process: JSON lines, secrets removed. Writes to stderr unless told otherwise. */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: null, redact: { paths: secretPaths, censor: '[removed]' } }, destination);
}
