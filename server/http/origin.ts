import type { Config } from '#server/config/readConfig.ts';

/**
 * Whether a request or a websocket upgrade comes from the product's own pages. `origin` and `host`
 * are the headers as received. Without PUBLIC_URL the page's host must be the host that was asked; a server that
 * listens on this machine only also wants that host to be a name of this machine, so that a foreign
 * name pointed at 127.0.0.1 (DNS rebinding) gets nowhere. No origin at all is not ours: browsers
 * send it with everything that changes state and with every upgrade.
 */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean;

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopbackHost(hostname: string): boolean {
  return loopbackNames.has(hostname) || hostname === '::1' || hostname.endsWith('.localhost');
}

export function createOriginCheck({
  publicOrigins,
  host: listensOn,
}: Pick<Config, 'publicOrigins' | 'host'>): OriginCheck {
  return (origin, host) => {
    const url = origin === undefined ? null : URL.parse(origin);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
    if (publicOrigins.length > 0) return publicOrigins.includes(url.origin);
    if (host === undefined || url.host !== host.toLowerCase()) return false;
    return !isLoopbackHost(listensOn) || isLoopbackHost(url.hostname);
  };
}
