import { join } from 'node:path';
import { createSessionSecret, hashSecret } from '#server/accounts/secrets.ts';
import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { startServer } from '#server/startServer.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { DirectionId, OrganisationId, ProgrammeId, ReportId, UserId } from '#shared/model/ids.ts';
import { buildTestConfig } from '#tests/support/startTestServer.ts';
import { reportReady } from './child.ts';

/** The whole product, with a report of as many organisations as there are documents, and its coordinator. */
const [dataDir = '', port = '0', documents = '1'] = process.argv.slice(2);
const userId = UserId.parse('bench');
const sessionSecret = await prepare(Number(documents));

const server = await startServer(buildTestConfig(dataDir, { port: Number(port) }), {
  log: createLogger('silent'),
});
const [cookie = ''] = buildSessionCookie(sessionSecret, 3_600, false).split(';');
reportReady({
  url: `ws://127.0.0.1:${server.port}/collaboration`,
  headers: { cookie, origin: `http://127.0.0.1:${server.port}` },
});

/** A new session each start: only its hash is kept. */
async function prepare(count: number): Promise<string> {
  const storage = await openStorage({ databaseUrl: null, file: join(dataDir, 'zvit.sqlite') });
  const reportId = ReportId.parse('bench');
  if (!(await storage.reports.exists(reportId))) {
    const programmeId = ProgrammeId.parse('bench');
    const directionId = DirectionId.parse('d1');
    await storage.reports.create({
      programme: {
        id: programmeId,
        title: 'Програма',
        community: 'Місто',
        periodStart: '2020-01-01',
        periodEnd: '2020-12-31',
      },
      report: {
        id: reportId,
        programmeId,
        year: 2020,
        title: 'Звіт',
        signatoryPosition: '',
        isExample: false,
      },
      directions: [{ id: directionId, reportId, number: 1, title: 'Напрям' }],
      indicators: [],
      organisations: Array.from({ length: count }, (_, index) => ({
        id: OrganisationId.parse(`o${index}`),
        name: `Організація ${index}`,
        shortName: `О${index}`,
        kind: 'department' as const,
      })),
      responsibilities: [],
    });
    await storage.users.create({
      id: userId,
      name: 'Координаторка',
      login: 'bench',
      passwordHash: '',
      isAdministrator: false,
      isDisabled: false,
      memberships: [{ reportId, role: 'coordinator' }],
    });
  }
  const secret = createSessionSecret();
  const now = Date.now();
  const hash = hashSecret(secret);
  await storage.sessions.create({
    id: hash.slice(0, 16),
    secretHash: hash,
    userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + 86_400_000,
    userAgent: '',
  });
  await storage.close();
  return secret;
}
