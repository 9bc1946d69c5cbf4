import { type HttpLogger, pinoHttp } from 'pino-http';
import type { Logger } from '#server/log/createLogger.ts';
import { createId } from '#shared/model/ids.ts';

/**
 * One line per request of the API and per failure: id, method, address, status, time. Headers and bodies are left
 * out, so no cookie, token or password can be in it. A failure of ours carries its error there and
 * nowhere else.
 */
export function createRequestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = createId();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (request, response) => {
      if (response.statusCode >= 500) return 'error';
      // Pages and the machines that watch would only hide the rest.
      return request.url?.startsWith('/api/') ? 'info' : 'silent';
    },
    serializers: {
      req: (request: { id: unknown; method: unknown; url: unknown }) => ({
        id: request.id,
        method: request.method,
        url: request.url,
      }),
      res: (response: { statusCode: unknown }) => ({ status: response.statusCode }),
    },
  });
}
