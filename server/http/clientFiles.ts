import { join } from 'node:path';
import express, { Router } from 'express';
import { AppError } from '#shared/errors/AppError.ts';

/**
 * The built client: files under `assets/` carry a hash in their name and are kept for ever, the
 * rest is asked for anew each time. Any other page address is answered with `index.html`, which
 * routes by itself.
 */
export function createClientFiles(clientDir: string): Router {
  const router = Router();

  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
    }),
    () => {
      // An old page may ask for an asset of the build before: a page in its place would only break it later.
      throw new AppError('route.unknown');
    },
  );

  router.use(
    express.static(clientDir, { cacheControl: false, index: false, redirect: false, setHeaders: noCache }),
  );

  router.get(/^\/(?!api\/|assets\/|collaboration|yjs\/)/, (request, response) => {
    if (request.accepts(['html', 'json']) !== 'html') throw new AppError('route.unknown');
    noCache(response);
    response.sendFile('index.html', { root: clientDir, cacheControl: false });
  });

  return router;
}

function noCache(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}
