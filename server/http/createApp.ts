import express, { type Express } from 'express';
import { AppError } from '#shared/errors/AppError.ts';
import { buildApiRoutes } from './buildApiRoutes.ts';
import { createClientFiles } from './clientFiles.ts';
import { createAnswerBook } from './createAnswerBook.ts';
import { createRouteHandler } from './createRouteHandler.ts';
import { createOperations } from './operations.ts';
import { createReaderPages } from './readerPages.ts';
import { createRequestLog } from './requestLog.ts';
import { createRequestMetrics } from './requestMetrics.ts';
import type { Services } from './Services.ts';
import { createSecurityHeaders } from './securityHeaders.ts';
import { problemHandler } from './sendProblem.ts';

/** Everything that is answered over plain HTTP. */
export function createApp(services: Services): Express {
  const { config, log, registry } = services;
  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(createRequestLog(log), createRequestMetrics(registry), createSecurityHeaders(config));

  app.use('/api', (_request, _response, next) => {
    if (services.isStopping()) throw new AppError('server.stopping');
    next();
  });
  const answers = createAnswerBook(services.now);
  for (const route of buildApiRoutes()) {
    app[route.method](route.path, createRouteHandler(route, services, answers));
  }
  app.use('/api', (request) => {
    throw new AppError(
      /^\/reports\/[^/]+\/export\./.test(request.path) ? 'export.unknown-format' : 'route.unknown',
    );
  });

  app.use(createOperations(services));
  app.use(createReaderPages(services));
  app.use(createClientFiles(config.clientDir));
  app.use(() => {
    throw new AppError('route.unknown');
  });
  app.use(problemHandler);
  return app;
}
