import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoAccounts } from '#server/accounts/createDemoAccounts.ts';
import { prepareSecretBox } from '#server/accounts/prepareSecretBox.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import type { Limits } from '#server/collaboration/Limits.ts';
import type { Config } from '#server/config/readConfig.ts';
import { loadExample } from '#server/example/loadExample.ts';
import { createApp } from '#server/http/createApp.ts';
import type { Services } from '#server/http/Services.ts';
import { createLogger, type Logger } from '#server/log/createLogger.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { createServices } from './createServices.ts';
import { type OpenPart, release, stopServer } from './stopServer.ts';

export type RunningServer = {
  /** Without a slash at the end; on this machine, whatever the public address. */
  url: string;
  port: number;
  storage: Storage;
  collaboration: Collaboration;
  /** Stops in order within 5 s, also when storing fails; false when something did not end well. */
  stop(): Promise<boolean>;
};

export type ServerOverrides = { log?: Logger; limits?: Partial<Limits>; now?: () => number };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;
const mailMs = 30_000;

/**
 * Starts the whole product on one port. Rejects with AppError `storage.locked`,
 * `storage.unavailable`, `secret.…` or `server.port-taken`, and nothing is left open then.
 */
export async function startServer(config: Config, overrides: ServerOverrides = {}): Promise<RunningServer> {
  const { log = createLogger(config.logLevel), limits = {}, now = Date.now } = overrides;
  const parts: OpenPart[] = [];
  try {
    const { storage, dataDir } = await openStorageOf(config, parts);
    const file = join(dataDir, 'secret.key');
    const box = await prepareSecretBox({ key: config.secretKey, file, storage, log });
    let isStopping = false;
    const services = createServices({ config, log, storage, box, limits, now, isStopping: () => isStopping });
    const { oidc, mailSender } = services;
    if (mailSender !== null) {
      parts.push({ name: 'mail', release: () => mailSender.stop(), timeoutMs: 500 });
    }
    if (oidc !== null) {
      parts.push({ name: 'provider', release: async () => oidc.stop(), timeoutMs: 100 });
    }
    parts.push({ name: 'documents', release: () => services.collaboration.stop(), timeoutMs: 3_500 });
    await endExpiredSessions(services, now);
    const { collaboration } = services;
    const server = createServer(createApp(config.demo ? await prepareDemo(services) : services));
    server.on('upgrade', (request, socket, head) => {
      // From here on the socket is nobody's: a reset in mid-refusal must not end the process.
      socket.on('error', (error) => log.debug({ err: error }, 'upgrade failed'));
      collaboration.handleUpgrade(request, socket, head);
    });
    const port = await listen(server, config);
    const cleaning = setInterval(() => void endExpiredSessions(services, now), dayMs).unref();

    await remindOfDeadlines(services);
    const reminding = setInterval(() => void remindOfDeadlines(services), hourMs).unref();

    const telling = setInterval(() => void tellOfChanges(services), minuteMs).unref();
    const mailing = setInterval(() => void sendMail(services), mailMs).unref();
    void sendMail(services);

    let stopped: Promise<boolean> | null = null;
    const stop = () => {
      isStopping = true;
      clearInterval(cleaning);
      clearInterval(reminding);
      clearInterval(telling);
      clearInterval(mailing);
      return stopServer({ server, parts, log });
    };
    return {
      url: buildUrl(config.host, port),
      port,
      storage,
      collaboration,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    for (const part of parts.reverse()) await release(part, log);
    throw error;
  }
}

/** The demonstration has a database of its own that goes with it; no other is ever touched. */
async function openStorageOf(
  config: Config,
  parts: OpenPart[],
): Promise<{ storage: Storage; dataDir: string }> {
  let { dataDir, databaseUrl } = config;
  if (config.demo) {
    dataDir = await mkdtemp(join(tmpdir(), 'zvit-demo-'));
    databaseUrl = null;
    const throwaway = dataDir;
    const remove = () => rm(throwaway, { recursive: true, force: true });
    parts.push({ name: 'throwaway database', release: remove, timeoutMs: 250 });
  }
  const storage = await openStorage({ databaseUrl, file: join(dataDir, 'zvit.sqlite') });
  parts.push({ name: 'storage', release: () => storage.close(), timeoutMs: 500 });
  return { storage, dataDir };
}

async function prepareDemo(services: Services): Promise<Services> {
  const reportId = await loadExample(services.storage, services.collaboration, null);
  return { ...services, demoAccounts: await createDemoAccounts(services.storage, reportId) };
}

async function endExpiredSessions({ storage, log }: Services, now: () => number): Promise<void> {
  // Expired sessions let nobody in; keeping them a day longer is no reason not to run.
  await storage.sessions
    .deleteExpired(now())
    .catch((error: unknown) => log.warn({ err: error }, 'sessions not cleaned'));
}

async function remindOfDeadlines({ reminders, log }: Services): Promise<void> {
  // Tried again in an hour: people are not kept from working by it.
  await reminders
    .remindOfDeadlines()
    .catch((error: unknown) => log.error({ err: error }, 'nobody reminded of deadlines'));
}

async function tellOfChanges({ changes, log }: Services): Promise<void> {
  // Looked for again in a minute.
  await changes
    .tellOfChanges()
    .catch((error: unknown) => log.error({ err: error }, 'nobody told of changed sheets'));
}

async function sendMail({ mailSender, log }: Services): Promise<void> {
  // What waits is in the database, and is tried again in half a minute.
  await mailSender?.sendDue().catch((error: unknown) => log.error({ err: error }, 'mail not sent'));
}

async function listen(server: Server, { host, port }: Config): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new AppError('server.port-taken', { host, port: String(port) }, { cause: error });
  }
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

function buildUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
