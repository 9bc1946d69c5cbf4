import { readConfig } from '#server/config/readConfig.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { AppError, formatError } from '#shared/errors/AppError.ts';
import { startServer } from './startServer.ts';

try {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const server = await startServer(config, { log });
  let isAsked = false;
  const stop = async (reason: string, exitCode: number) => {
    // A terminal and a launcher may both pass on one Ctrl+C; stopping is bounded anyway.
    if (isAsked) return;
    isAsked = true;
    log.info({ reason }, 'stopping');
    const isClean = await server.stop();
    log.info({ isClean }, 'stopped');
    process.exit(isClean ? exitCode : 1);
  };
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught');
    void stop('uncaught', 1);
  });

  log.info({ url: server.url, demo: config.demo }, 'started');
  // The one line on stdout; whoever reads it may ask the process to stop at once.
  console.info(`Звіт працює: ${server.url} (Ctrl+C зупиняє)`);
} catch (error) {
  reportFailedStart(error);
  process.exitCode = 1;
}

function reportFailedStart(error: unknown): void {
  if (error instanceof AppError) {
    console.error(formatError(error.code, error.parameters, 'uk'));
    console.error(formatError(error.code, error.parameters, 'en'));
  } else {
    console.error('Звіт не запустився. / Zvit did not start.', error);
  }
}
