import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { AppError } from '#shared/errors/AppError.ts';

const unreachable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What went wrong with a provider, in the words of our catalogue; the whole error goes to the log. */
export function toProviderError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof AuthorizationResponseError)
    return new AppError('oidc.denied', { reason: plain(error.error) }, { cause: error });
  if (error instanceof ResponseBodyError) {
    if (error.error === 'invalid_grant') return new AppError('oidc.code-used', {}, { cause: error });
    return new AppError('oidc.untrusted', { detail: plain(error.error) }, { cause: error });
  }
  // What fetch rejects with when nobody answers; a failure of our own making says something else.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new AppError('oidc.unavailable', {}, { cause: error });
  if (error instanceof ClientError) {
    if (error.code !== undefined && unreachable.has(error.code))
      return new AppError('oidc.unavailable', {}, { cause: error });
    if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return describeTime(error);
    const detail = readDetail(error).claim ?? error.code?.replace(/^OAUTH_/, '').toLowerCase() ?? 'answer';
    return new AppError('oidc.untrusted', { detail: plain(detail) }, { cause: error });
  }
  return new AppError('oidc.untrusted', { detail: 'answer' }, { cause: error });
}

/** A token out of its time was made a moment ago: by how much the clocks differ, says when it was made. */
function describeTime(error: ClientError): AppError {
  const { claims, now, claim = 'exp' } = readDetail(error);
  const offSeconds = claims?.iat === undefined || now === undefined ? 0 : Math.abs(now - claims.iat);
  if (offSeconds <= 300) return new AppError('oidc.untrusted', { detail: plain(claim) }, { cause: error });
  return new AppError('oidc.clock', { minutes: Math.round(offSeconds / 60) }, { cause: error });
}

type Detail = { claim?: string; now?: number; claims?: { iat?: number } };

/** The library says which claim it was in the cause of the cause. */
function readDetail(error: Error): Detail {
  const { cause } = error;
  const detail = cause instanceof Error ? cause.cause : undefined;
  return typeof detail === 'object' && detail !== null ? (detail as Detail) : {};
}

/** Of the other side's making, and shown to people: a code, and nothing that could read as a sentence. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_.-]/g, '').slice(0, 60) || 'error';
}
