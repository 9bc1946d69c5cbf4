import type { Request } from 'express';
import { AppError } from '#shared/errors/AppError.ts';
import type { Caller } from './Route.ts';
import type { Services } from './Services.ts';

/**
 * By `Authorization: Bearer zvit_…` or by the session cookie; null for nobody. A token that was
 * given and is not good is an error (`token.invalid`), never a fall-back to the cookie.
 */
export async function identifyCaller(request: Request, { resolver }: Services): Promise<Caller | null> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = token === undefined ? null : await resolver.resolveToken(token);
    if (found === null) throw new AppError('token.invalid');
    return { actor: found.actor, sessionId: null, tokenId: found.tokenId, isUnsecured: false };
  }
  const found = await resolver.resolveAny(cookie ?? null);
  return found && { ...found, tokenId: null };
}
