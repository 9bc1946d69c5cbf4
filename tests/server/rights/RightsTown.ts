import { createSessions } from '#server/accounts/createSessions.ts';
import { factorContext } from '#server/accounts/factorContext.ts';
import { hashPassword } from '#server/accounts/passwords.ts';
import { createSecretBox } from '#server/accounts/secretBox.ts';
import { createApiToken, hashSecret } from '#server/accounts/secrets.ts';
import { buildSessionCookie } from '#server/accounts/sessionCookie.ts';
import { createLogger } from '#server/log/createLogger.ts';
import { computeContentHash } from '#server/submission/computeContentHash.ts';
import { readSteps } from '#server/submission/readSteps.ts';
import { narrativeName, sheetName } from '#shared/documents/documentName.ts';
import { createId, DirectionId, OrganisationId, ReportId, RowId, UserId, ViewId } from '#shared/model/ids.ts';
import { appendNarrative } from '#shared/narrative/writeNarrative.ts';
import { insertRow } from '#shared/sheet/sheetDocument.ts';
import type { SheetStanding } from '#shared/submission/submissionSteps.ts';
import { ApiClient } from '#tests/support/apiClient.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildViewState } from '#tests/support/buildView.ts';
import { closeReport } from '#tests/support/closeReport.ts';
import { JournalScribe } from '#tests/support/JournalScribe.ts';
import { setSheetStatus } from '#tests/support/setSheetStatus.ts';
import { startTestServer, type TestServer } from '#tests/support/startTestServer.ts';
import { type PersonName, type Places, personNames, personOf } from './people.ts';
import { type SituationName, situations } from './situations.ts';

export const password = 'довгий пароль 1';
const secretKey = Buffer.alloc(32, 7);

type Account = { userId: UserId; client: ApiClient; token: string };

/**
 * A running server that asks coordinators and administrators for a second factor, with all people of
 * `people.ts`, two reports, and something written in the sheet and in the text that are tried.
 */
export class RightsTown {
  readonly server: TestServer;
  readonly places: Places = {
    reportId: ReportId.parse('report'),
    organisationId: OrganisationId.parse('o1'),
    otherOrganisationId: OrganisationId.parse('o2'),
    otherReportId: ReportId.parse('elsewhere'),
    directionId: DirectionId.parse('d2'),
  };
  /** A view published for everybody in the report. */
  readonly publishedViewId = ViewId.parse('published');
  readonly #accounts = new Map<PersonName, Account>();

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async start(): Promise<RightsTown> {
    // Each person comes from an address of their own, so that nobody's failures close the door to another.
    const server = await startTestServer({ trustProxy: 'loopback', requireSecondFactor: true, secretKey });
    const town = new RightsTown(server);
    await town.#createReports();
    const passwordHash = await hashPassword(password);
    for (const who of personNames) await town.#createAccount(who, passwordHash);
    return town;
  }

  stop(): Promise<boolean> {
    return this.server.stop();
  }

  readonly userIdOf = (who: PersonName): UserId => this.#account(who).userId;

  tokenOf(who: PersonName): string {
    return this.#account(who).token;
  }

  /** Somebody at a browser or in a script, with what they have to prove who they are. */
  clientOf(who: PersonName): ApiClient {
    return this.#account(who).client.copy();
  }

  /** The same in a session of its own, which may be ended. */
  async openClient(who: PersonName): Promise<ApiClient> {
    const client = this.clientOf(who);
    if (client.cookie !== null) client.cookie = await this.#openSession(this.userIdOf(who));
    return client;
  }

  /** An address that nobody else comes from. */
  addressOf(who: PersonName): string {
    return `10.0.0.${personNames.indexOf(who) + 1}`;
  }

  async readContentHash(): Promise<string> {
    const { reportId, organisationId } = this.places;
    const { rows } = await this.server.collaboration.readSheet(reportId, organisationId);
    return computeContentHash(rows);
  }

  /** Puts the sheet and its report into the state; does nothing when they are in it. */
  async arrange(name: SituationName): Promise<void> {
    const { reportId } = this.places;
    const { storage } = this.server;
    const wanted = situations[name];
    const isFinalised = (await storage.reports.findStatus(reportId)) === 'finalised';
    if (isFinalised && wanted.reportStatus === 'finalised') return;
    const { length: version } = await storage.finalising.listVersions(reportId);
    const step = { reportId, userId: UserId.parse('id-coordinator'), time: Date.now(), note: 'Помилка' };
    if (isFinalised) await storage.finalising.reopen({ ...step, step: 'reopen', version });
    await this.#arrangeSheet(wanted);
    if (wanted.reportStatus === 'finalised') await closeReport(storage, reportId, { version: version + 1 });
  }

  async #arrangeSheet(wanted: SheetStanding): Promise<void> {
    const { reportId, organisationId } = this.places;
    const { storage } = this.server;
    const hash = await this.readContentHash();
    const now = readSteps(await storage.submissions.listTransitions(reportId, organisationId), hash);
    if (now.status === wanted.status && now.isChanged === wanted.isChanged) return;
    if (now.status === wanted.status) await setSheetStatus(storage, reportId, organisationId, 'returned');
    const step = [storage, reportId, organisationId, wanted.status] as const;
    await (wanted.isChanged ? setSheetStatus(...step) : setSheetStatus(...step, hash));
  }

  async ensurePublishedView(): Promise<void> {
    const { views } = this.server.storage;
    const { reportId } = this.places;
    if ((await views.find(reportId, this.publishedViewId)) !== null) return;
    const state = buildViewState();
    const published = { id: this.publishedViewId, reportId, userId: null, revision: 1, state } as const;
    await views.create({ ...published, table: 'activity', name: 'Для всіх' });
  }

  #account(who: PersonName): Account {
    const account = this.#accounts.get(who);
    if (account === undefined) throw new Error(`${who} has no account yet`);
    return account;
  }

  async #createReports(): Promise<void> {
    const { storage } = this.server;
    const { reportId, organisationId, otherReportId, directionId } = this.places;
    const here = buildNewReport();
    await storage.reports.create(here);
    const inOther = { reportId: otherReportId };
    await storage.reports.create({
      ...here,
      report: { ...here.report, id: otherReportId, year: here.report.year + 1 },
      directions: here.directions.map((direction) => ({ ...direction, ...inOther })),
      indicators: here.indicators.map((indicator) => ({ ...indicator, ...inOther })),
    });
    const sheet = new JournalScribe(storage, sheetName(reportId, organisationId));
    const values = { measure: 'Захід', plannedMinor: 100_00, actualMinor: 100_00 };
    await sheet.write(1, null, (doc) =>
      insertRow(doc, { id: RowId.parse('row'), kind: 'expenditure', order: 'a0', values }),
    );
    const text = new JournalScribe(storage, narrativeName(reportId, directionId));
    await text.write(1, null, (doc) => appendNarrative(doc, [{ type: 'paragraph', content: [] }]));
  }

  async #createAccount(who: PersonName, passwordHash: string): Promise<void> {
    const { storage } = this.server;
    const {
      identity,
      isAdministrator = false,
      isDisabled = false,
      isUnsecured = false,
      ...person
    } = personOf(who);
    const userId = UserId.parse(`id-${who}`);
    await storage.users.create({
      id: userId,
      name: person.uk,
      login: who.toLowerCase(),
      passwordHash,
      isAdministrator,
      isDisabled: false,
      memberships: person.memberships(this.places),
    });
    if (!isUnsecured) await this.#confirmFactor(userId);
    const token = identity === 'none' ? '' : await this.#createToken(userId);
    const client = new ApiClient(this.server.url);
    if (identity === 'session' || identity === 'ended session') {
      client.cookie = await this.#openSession(userId);
    }
    if (identity === 'token' || identity === 'revoked token') client.token = token;
    if (isDisabled) await storage.users.change(userId, { isDisabled });
    if (identity === 'revoked token') {
      for (const { id } of await storage.tokens.listOfUser(userId)) await storage.tokens.revoke(id, userId);
    }
    this.#accounts.set(who, { userId, client, token });
  }

  async #confirmFactor(userId: UserId): Promise<void> {
    const { secondFactors } = this.server.storage;
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const now = Date.now();
    const sealed = createSecretBox(secretKey).seal(secret, factorContext(userId));
    await secondFactors.propose(userId, sealed, now);
    await secondFactors.confirm(userId, { secret: sealed, step: 0, now, codeHashes: [hashSecret(userId)] });
  }

  async #openSession(userId: UserId): Promise<string> {
    const sessions = createSessions({
      store: this.server.storage.sessions,
      log: createLogger('silent'),
      sessionDays: 30,
      isAlwaysSecure: false,
      now: Date.now,
    });
    const { secret, maxAgeSeconds } = await sessions.open(userId, 'test');
    const [cookie = ''] = buildSessionCookie(secret, maxAgeSeconds, false).split(';');
    return cookie;
  }

  async #createToken(userId: UserId): Promise<string> {
    const token = createApiToken();
    const tokenHash = hashSecret(token);
    const stored = { id: createId(), tokenHash, userId, name: 'Скрипт', createdAt: Date.now() };
    await this.server.storage.tokens.create({ ...stored, lastUsedAt: null });
    return token;
  }
}
