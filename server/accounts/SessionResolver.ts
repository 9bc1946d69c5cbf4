import type { Actor } from '#shared/model/user.ts';

export type AnySession = { actor: Actor; sessionId: string; isUnsecured: boolean };

/**
 * Who stands behind a cookie or an API token, asked anew each time: an ended session, a revoked
 * token and a disabled account are null at once. Rights are those of now, not of the sign-in.
 */
export type SessionResolver = {
  /** Takes a whole `Cookie` header. Null too for who must set up a second factor first. */
  resolveCookie(cookieHeader: string | null): Promise<{ actor: Actor; sessionId: string } | null>;
  /** Takes the token as the user was shown it, `zvit_…`. */
  resolveToken(token: string): Promise<{ actor: Actor; tokenId: string } | null>;
};

export type HttpSessionResolver = SessionResolver & {
  /** Like `resolveCookie`; `isUnsecured` for who may set up a second factor and do nothing else. */
  resolveAny(cookieHeader: string | null): Promise<AnySession | null>;
};
