import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createSessionResolver } from '#server/accounts/createSessionResolver.ts';
import { createSessions } from '#server/accounts/createSessions.ts';
import { createApiToken, hashSecret } from '#server/accounts/secrets.ts';
import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import type { Collaboration } from '#server/collaboration/Collaboration.ts';
import { createCollaboration } from '#server/collaboration/createCollaboration.ts';
import type { Limits } from '#server/collaboration/Limits.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import type { NewReport, Storage } from '#server/storage/Storage.ts';
import { createId, DirectionId, OrganisationId, ProgrammeId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';

/** A report of two organisations and one direction: as little as co-editing needs. */
export const smallReport = {
  reportId: ReportId.parse('r1'),
  first: OrganisationId.parse('first'),
  second: OrganisationId.parse('second'),
  directionId: DirectionId.parse('d1'),
} as const;

export type SignedIn = { userId: UserId; cookie: string; token: string };

export type TestCollaboration = {
  url: string;
  storage: Storage;
  collaboration: Collaboration;
  registry: Registry;
  /** A person with a session and an API token. */
  signIn(name: string, memberships: Membership[]): Promise<SignedIn>;
  editor(name: string, organisationId: OrganisationId): Promise<SignedIn>;
  coordinator(name: string): Promise<SignedIn>;
  viewer(name: string): Promise<SignedIn>;
  /** Stops and starts again on the same file, with nothing kept in memory. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Co-editing over real sockets on a free port, a real SQLite file and real sessions; HTTP is not part of it. */
export async function startCollaboration(
  limits: Partial<Limits> = {},
  /** For a disk that fails on command: stands between the documents and the real storage. */
  wrapStorage: (storage: Storage) => Storage = (storage) => storage,
): Promise<TestCollaboration> {
  const folder = await mkdtemp(join(tmpdir(), 'zvit-collaboration-'));
  const file = join(folder, 'zvit.db');
  const log = createLogger('silent');
  let running = await start();
  await running.storage.reports.create(buildSmallReport());

  async function start() {
    const storage = await openStorage({ databaseUrl: null, file });
    const sessions = createSessions({
      store: storage.sessions,
      log,
      sessionDays: 30,
      isAlwaysSecure: false,
      now: Date.now,
    });
    const resolver = createSessionResolver({ storage, sessions, log, now: Date.now });
    const registry = new Registry();
    const isAllowedOrigin = (origin: string | undefined) =>
      origin === undefined || origin === 'http://zvit.test';
    const collaboration = createCollaboration({
      storage: wrapStorage(storage),
      sessions: resolver,
      log,
      registry,
      isAllowedOrigin,
      limits,
    });
    const server = createServer();
    server.on('upgrade', (request, socket, head) => collaboration.handleUpgrade(request, socket, head));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { storage, sessions, registry, collaboration, server, url: `ws://127.0.0.1:${port}` };
  }

  async function stop() {
    await running.collaboration.stop();
    running.server.close();
    running.server.closeAllConnections();
    await running.storage.close();
  }

  async function signIn(name: string, memberships: Membership[]): Promise<SignedIn> {
    const userId = UserId.parse(createId());
    await running.storage.users.create({
      id: userId,
      name,
      login: `login-${userId.toLowerCase()}`,
      passwordHash: randomUUID(),
      isAdministrator: false,
      isDisabled: false,
      memberships,
    });
    const { secret, maxAgeSeconds } = await running.sessions.open(userId, 'test');
    const token = createApiToken();
    await running.storage.tokens.create({
      id: createId(),
      tokenHash: hashSecret(token),
      userId,
      name: 'test',
      createdAt: Date.now(),
      lastUsedAt: null,
    });
    const [cookie = ''] = buildSessionCookie(secret, maxAgeSeconds, false).split(';');
    return { userId, cookie, token };
  }

  const { reportId } = smallReport;
  return {
    get url() {
      return running.url;
    },
    get storage() {
      return running.storage;
    },
    get collaboration() {
      return running.collaboration;
    },
    get registry() {
      return running.registry;
    },
    signIn,
    editor: (name, organisationId) => signIn(name, [{ reportId, role: 'editor', organisationId }]),
    coordinator: (name) => signIn(name, [{ reportId, role: 'coordinator' }]),
    viewer: (name) => signIn(name, [{ reportId, role: 'viewer' }]),
    async restart() {
      await stop();
      running = await start();
    },
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function buildSmallReport(): NewReport {
  const { reportId, first, second, directionId } = smallReport;
  const programmeId = ProgrammeId.parse('p1');
  return {
    programme: {
      id: programmeId,
      title: 'Програма',
      community: 'Місто',
      periodStart: '2017-01-01',
      periodEnd: '2022-12-31',
    },
    report: {
      id: reportId,
      programmeId,
      year: 2020,
      title: 'Звіт',
      signatoryPosition: '',
      signatoryName: '',
      isExample: false,
    },
    directions: [{ id: directionId, reportId, number: 1, title: 'Напрям' }],
    indicators: [],
    organisations: [
      { id: first, name: 'Перша організація', shortName: 'Перша', kind: 'department' },
      { id: second, name: 'Друга організація', shortName: 'Друга', kind: 'district' },
    ],
    responsibilities: [{ directionId, organisationId: first }],
    columns: [],
  };
}
