import type { Actor } from '#shared/model/user.ts';

/**
 * Who stands behind a cookie or an API token, asked anew each time: an ended session, a revoked
 * token and a disabled account are null at once. Rights are those of now, not of the sign-in.
 */
export type SessionResolver = {
  /** Takes a whole `Cookie` header. */
  resolveCookie(cookieHeader: string | null): Promise<{ actor: Actor; sessionId: string } | null>;
  /** Takes the token as the user was shown it, `zvit_…`. */
  resolveToken(token: string): Promise<{ actor: Actor; tokenId: string } | null>;
};
