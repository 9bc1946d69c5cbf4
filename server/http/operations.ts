import { timingSafeEqual } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { hashSecret } from '#server/accounts/secrets.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { isLoopbackHost } from './origin.ts';
import type { Services } from './Services.ts';

/** What the people and machines that run the server ask it: alive, ready, metrics. */
export function createOperations(services: Services): Router {
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    if (services.isStopping()) throw new AppError('server.stopping');
    await services.storage.ping();
    response.json({ status: 'ready' });
  });

  router.get('/metrics', async (request: Request, response: Response) => {
    if (!mayReadMetrics(request, services)) throw new AppError('route.unknown');
    response.type(services.registry.contentType).send(await services.registry.metrics());
  });

  return router;
}

/**
 * With METRICS_TOKEN: whoever brings it. Without: this machine itself; a request that came through
 * a proxy on this machine is somebody else's.
 */
function mayReadMetrics(request: Request, { config }: Services): boolean {
  if (config.metricsToken !== null) {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(config.metricsToken)));
  }
  const { remoteAddress = '' } = request.socket;
  const isProxied = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => name in request.headers);
  return !isProxied && isLoopbackHost(remoteAddress.replace('::ffff:', ''));
}
