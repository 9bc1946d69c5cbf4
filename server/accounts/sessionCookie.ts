/** Behind TLS the name has the prefix with which browsers refuse the cookie to subdomains and plain http. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-zvit_session' : 'zvit_session';
}

/** A `Set-Cookie` value; an empty secret with age 0 removes the cookie. */
export function buildSessionCookie(secret: string, maxAgeSeconds: number, isSecure: boolean): string {
  const parts = [
    `${sessionCookieName(isSecure)}=${secret}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (isSecure) parts.push('Secure');
  return parts.join('; ');
}

/**
 * The session's secret out of a `Cookie` header. A server that is known to stand behind TLS takes
 * the prefixed cookie alone: the plain one could have been planted over http.
 */
export function tryParseSessionCookie(header: string | null, onlySecure: boolean): string | null {
  if (header === null) return null;
  const values = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    // The first of several is the one with the longest path: what a browser puts first wins.
    if (at > 0 && !values.has(name)) values.set(name, pair.slice(at + 1).trim());
  }
  const secret =
    values.get(sessionCookieName(true)) ?? (onlySecure ? undefined : values.get(sessionCookieName(false)));
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
}
