const sessionName = 'zvit_session';
const handleName = 'zvit_sign_in';

/** Behind TLS the name has the prefix with which browsers refuse the cookie to subdomains and plain http. */
export function sessionCookieName(isSecure: boolean): string {
  return nameCookie(sessionName, isSecure);
}

/** A `Set-Cookie` value; an empty secret with age 0 removes the cookie. */
export function buildSessionCookie(secret: string, maxAgeSeconds: number, isSecure: boolean): string {
  return buildCookie(sessionName, secret, maxAgeSeconds, isSecure);
}

/** The same for what binds a sign-in by a provider to the browser that began it. */
export function buildHandleCookie(secret: string, maxAgeSeconds: number, isSecure: boolean): string {
  return buildCookie(handleName, secret, maxAgeSeconds, isSecure);
}

/**
 * The session's secret out of a `Cookie` header. A server that is known to stand behind TLS takes
 * the prefixed cookie alone: the plain one could have been planted over http.
 */
export function tryParseSessionCookie(header: string | null, onlySecure: boolean): string | null {
  return tryParseCookie(sessionName, header, onlySecure);
}

export function tryParseHandleCookie(header: string | null, onlySecure: boolean): string | null {
  return tryParseCookie(handleName, header, onlySecure);
}

function nameCookie(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}

function buildCookie(name: string, secret: string, maxAgeSeconds: number, isSecure: boolean): string {
  const parts = [
    `${nameCookie(name, isSecure)}=${secret}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (isSecure) parts.push('Secure');
  return parts.join('; ');
}

function tryParseCookie(name: string, header: string | null, onlySecure: boolean): string | null {
  if (header === null) return null;
  const values = new Map<string, string>();
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at).trim();
    // The first of several is the one with the longest path: what a browser puts first wins.
    if (at > 0 && !values.has(key)) values.set(key, pair.slice(at + 1).trim());
  }
  const secret =
    values.get(nameCookie(name, true)) ?? (onlySecure ? undefined : values.get(nameCookie(name, false)));
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
}
