import type { RequestHandler } from 'express';
import { Histogram, type Registry } from 'prom-client';

/** Time of each answered request by method, route and status; addresses that are no route count together. */
export function createRequestMetrics(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'zvit_http_request_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return (request, response, next) => {
    const stop = seconds.startTimer();
    response.on('finish', () => {
      const route: unknown = request.route?.path;
      stop({
        method: request.method,
        route: typeof route === 'string' ? route : 'other',
        status: String(response.statusCode),
      });
    });
    next();
  };
}
