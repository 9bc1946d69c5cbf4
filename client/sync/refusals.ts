import { type ErrorCode, isErrorCode } from '#shared/errors/catalogue.ts';

/** What to do when the server refuses a change or closes a document. */
export type RefusalKind =
  /** Come back and be admitted with the rights one has now. */
  | 'rights'
  /** The session is over: ask who is signed in. */
  | 'session'
  /** Nothing is wrong with the change: try again later, and keep it. */
  | 'later'
  /** The change will never be accepted: give it back to its author, and start over from the server's state. */
  | 'never';

const later = new Set<ErrorCode>([
  'storage.full',
  'storage.unavailable',
  'server.stopping',
  'server.failed',
  'request.too-many',
]);

const never = new Set<ErrorCode>([
  'document.cell-too-large',
  'document.nested-too-deep',
  'document.update-too-large',
  'document.full',
  'document.frame',
  'document.foreign-client',
]);

/** `reason` is a close reason or a refusal's code. Reasons that are not ours are connection troubles. */
export function classifyRefusal(reason: string): RefusalKind {
  if (reason.startsWith('access.')) return 'rights';
  if (reason.startsWith('session.') || reason.startsWith('token.')) return 'session';
  if (!isErrorCode(reason)) return 'later';
  return never.has(reason) ? 'never' : 'later';
}

/** True when the person should be told why sending waits. */
export function isWorthTelling(reason: string): reason is ErrorCode {
  return isErrorCode(reason) && later.has(reason) && reason !== 'server.stopping';
}
