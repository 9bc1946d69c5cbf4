import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { type Config, isAlwaysSecure } from '#server/config/readConfig.ts';

/**
 * Helmet with a policy under which only our own files run. Styles may be inline: the grid positions
 * its cells with them. Nothing that only makes sense behind TLS is sent without it.
 */
export function createSecurityHeaders(config: Pick<Config, 'publicOrigins'>): RequestHandler {
  const isSecure = isAlwaysSecure(config);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        // 'self' covers websockets of the same host in today's browsers, not in older Safari.
        connectSrc: ["'self'", (request) => websocketSources(request.headers.host)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers heed it on trustworthy origins only, and complain elsewhere.
    crossOriginOpenerPolicy: isSecure ? { policy: 'same-origin' } : false,
    originAgentCluster: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

function websocketSources(host: string | undefined): string {
  return host !== undefined && /^[A-Za-z0-9.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
