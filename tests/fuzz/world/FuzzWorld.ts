import { vi } from 'vitest';
import type { DocumentSession } from '#client/sync/DocumentSession.ts';
import type { SessionResolver } from '#server/accounts/SessionResolver.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { DirectionId, OrganisationId, ProgrammeId, ReportId, type UserId } from '#shared/model/ids.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';
import { BrowserProfile } from './BrowserProfile.ts';
import type { FakeLink } from './FakeLink.ts';
import { FuzzServer } from './FuzzServer.ts';
import type { FuzzTab, FuzzTabOptions } from './FuzzTab.ts';
import type { EditKind } from './randomEdit.ts';
import type { TextEditKind } from './randomTextEdit.ts';

const stepWeights = {
  edit: 34,
  deliver: 60,
  wait: 5,
  presence: 3,
  keepCopy: 5,
  pullCable: 3,
  goOffline: 2,
  goOnline: 4,
  crashClient: 2,
  crashServer: 1,
  dieAfterWrite: 1,
  fillDisk: 1,
  breakRead: 1,
} as const;

export type StepKind = keyof typeof stepWeights;
export type Happened = Partial<
  Record<StepKind | EditKind | TextEditKind | 'restartServer' | 'snapshot', number>
>;

/** What the people of a world write together, and how. */
export type FuzzSubject<Tab> = {
  documentNameOf(reportId: ReportId): string;
  openTab(options: FuzzTabOptions): Tab;
  /** Does one thing a person could do. Null when there was nothing to do it to. */
  edit(tab: Tab, random: SeededRandom): EditKind | TextEditKind | null;
};

/** The one organisation of a world, and the one direction, whose text it writes. */
export const fuzzOrganisationId = OrganisationId.parse('o1');
export const fuzzDirectionId = DirectionId.parse('d1');

/**
 * A document, the people who write it, and everything that can come between them. Time and network move
 * only by steps, and every step is drawn from the seed: the same seed is the same story.
 */
export class FuzzWorld<Tab extends FuzzTab<DocumentSession>> {
  readonly clients: Tab[] = [];
  /** Tabs that are gone, for what they were told was saved. */
  readonly goneClients: Tab[] = [];
  readonly happened: Happened = {};
  readonly documentName: string;
  readonly storage: Storage;
  readonly reportId: ReportId;
  readonly #subject: FuzzSubject<Tab>;
  readonly #random: SeededRandom;
  readonly #sessions: SessionResolver;
  /** Called whenever the server has died, before anything else happens. */
  readonly #onServerDeath: () => Promise<void>;
  #server: FuzzServer | null;
  #isLying = false;
  #clientIds = 0;

  constructor(options: {
    subject: FuzzSubject<Tab>;
    storage: Storage;
    random: SeededRandom;
    runName: string;
    userIds: UserId[];
    onServerDeath: (world: FuzzWorld<Tab>) => Promise<void>;
  }) {
    const { subject, storage, random, runName, userIds } = options;
    this.#subject = subject;
    this.storage = storage;
    this.#random = random;
    this.reportId = ReportId.parse(runName);
    this.documentName = subject.documentNameOf(this.reportId);
    this.#onServerDeath = () => options.onServerDeath(this);
    this.#sessions = createSessions(this.reportId);
    this.#server = new FuzzServer(storage, this.#sessions);
    const clientCount = random.between(2, 6);
    for (let index = 0; index < clientCount; index += 1) {
      // Now and then somebody has two browsers.
      const userId = random.pick(userIds);
      this.clients.push(this.#openTab(userId, new BrowserProfile()));
    }
  }

  /** The report in SQL; without it nobody is admitted to the document. */
  async create(): Promise<void> {
    const { programme, report, organisations } = buildReportStructure();
    const programmeId = ProgrammeId.parse(`p-${this.reportId}`);
    await this.storage.reports.create({
      programme: { ...programme, id: programmeId },
      report: { ...report, id: this.reportId, programmeId },
      directions: [{ id: fuzzDirectionId, reportId: this.reportId, number: 1, title: 'Напрям' }],
      indicators: [],
      organisations: organisations.slice(0, 1),
      responsibilities: [{ directionId: fuzzDirectionId, organisationId: fuzzOrganisationId }],
      columns: [],
    });
  }

  /** From now on the server says that changes are stored when they are not: the bug this has to find. */
  makeServerLie(): void {
    this.#isLying = true;
    if (this.#server) this.#server.journal.nextWrite = 'lies';
  }

  async step(): Promise<void> {
    if (this.#server === null && this.#random.chance(0.15)) this.#startServer();
    const kind = this.#random.pickWeighted(stepWeights);
    if (await this.#do(kind)) this.#count(kind);
    if (this.#random.chance(0.5)) await this.#turn();
  }

  /** Everybody comes back, everything is delivered. False when it does not come to rest. */
  async rest(): Promise<boolean> {
    for (const client of this.clients) client.isOffline = false;
    if (this.#server && !this.#isLying) this.#server.journal.nextWrite = 'fine';
    if (this.#server) this.#server.journal.isNextReadBroken = false;
    let calmRounds = 0;
    for (let round = 0; round < 400 && calmRounds < 3; round += 1) {
      // Its last write may have been the one it dies after.
      if (this.#server === null) this.#startServer();
      for (const link of this.#links()) while (link.hasFrames) this.#deliver(link, 50);
      await this.#turn();
      await this.#turn();
      const isCalm =
        this.clients.every((client) => client.isSaved) && !this.#links().some((link) => link.hasFrames);
      calmRounds = isCalm ? calmRounds + 1 : 0;
      if (!isCalm) await this.#wait(500);
    }
    return calmRounds === 3;
  }

  /** Ends the run, however it went. */
  async close(): Promise<void> {
    this.#server?.journal.die();
    for (const client of this.clients) await client.crash(0);
    vi.clearAllTimers();
  }

  async #do(kind: StepKind): Promise<boolean> {
    const random = this.#random;
    const client = random.pick(this.clients);
    const journal = this.#server?.journal;
    switch (kind) {
      case 'edit': {
        const edit = client.session.isEditable ? this.#subject.edit(client, random) : null;
        if (edit !== null) this.#count(edit);
        return edit !== null;
      }
      case 'deliver': {
        const links = this.#links().filter((link) => link.hasFrames);
        if (links.length === 0) return false;
        this.#deliver(random.pick(links), random.between(1, 4));
        return true;
      }
      case 'wait':
        await this.#wait(random.pick([20, 120, 600, 2_500, 9_000]));
        return true;
      case 'presence':
        client.session.awareness?.setLocalState(
          random.chance(0.2) ? null : { tabId: client.options.tabId, cursor: null },
        );
        return true;
      case 'keepCopy':
        client.options.profile.flush();
        return true;
      case 'goOffline':
      case 'pullCable': {
        const link = client.links.find(({ isOver, isConnecting }) => !isOver && !isConnecting);
        if (kind === 'goOffline') client.isOffline = true;
        link?.cut(random.between(0, 6));
        return link !== undefined;
      }
      case 'goOnline': {
        const away = this.clients.filter(({ isOffline }) => isOffline);
        if (away.length > 0) random.pick(away).isOffline = false;
        return away.length > 0;
      }
      case 'crashClient':
        await this.#reload(client);
        return true;
      case 'crashServer':
        if (!journal) return false;
        journal.die();
        await this.#bury();
        return true;
      case 'dieAfterWrite':
      case 'fillDisk':
        if (!journal || this.#isLying) return false;
        journal.nextWrite = kind === 'fillDisk' ? 'full-disk' : 'dies-after';
        return true;
      case 'breakRead':
        if (journal) journal.isNextReadBroken = true;
        return journal !== undefined;
    }
  }

  #openTab(userId: UserId, profile: BrowserProfile): Tab {
    this.#clientIds += 1;
    return this.#subject.openTab({
      userId,
      reportId: this.reportId,
      profile,
      // Drawn, not counted: which of two concurrent values wins depends on the order of client ids.
      clientId: this.#random.between(1, 0x0fff_ffff),
      tabId: `tab${this.#clientIds}`,
    });
  }

  async #reload(client: Tab): Promise<void> {
    await client.crash(this.#random.between(0, 5));
    this.goneClients.push(client);
    const { userId, profile } = client.options;
    this.clients[this.clients.indexOf(client)] = this.#openTab(userId, profile);
  }

  #startServer(): void {
    this.#server = new FuzzServer(this.storage, this.#sessions);
    if (this.#isLying) this.#server.journal.nextWrite = 'lies';
    this.#count('restartServer');
  }

  async #bury(): Promise<void> {
    this.#server = null;
    for (const link of this.#links()) link.loseServer(this.#random.between(0, 6));
    await this.#onServerDeath();
  }

  #links(): FakeLink[] {
    const links = [...this.clients, ...this.goneClients].flatMap((client) => client.links);
    return links.filter((link) => !link.isOver);
  }

  #deliver(link: FakeLink, count: number): void {
    if (link.isConnecting) {
      const client = this.clients.find(({ links }) => links.includes(link));
      if (client === undefined || client.isOffline || this.#server === null) return link.refuse();
      const server = this.#server;
      return link.open((socket) => server.connect(socket, client.options.userId));
    }
    const isUp = this.#random.chance(0.5);
    for (let left = count; left > 0; left -= 1) {
      const isDone = isUp ? link.deliverToServer() : link.deliverToClient();
      if (!isDone && !(isUp ? link.deliverToClient() : link.deliverToServer())) return;
    }
  }

  async #wait(ms: number): Promise<void> {
    vi.advanceTimersByTime(ms);
    await this.#turn();
  }

  /** One turn of the event loop: what arrived before it is one group commit. */
  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#server?.journal.isDead === true) await this.#bury();
  }

  #count(kind: keyof Happened): void {
    this.happened[kind] = (this.happened[kind] ?? 0) + 1;
  }
}

/** The cookie is the user's id: signing in is not what is tried here. */
function createSessions(reportId: ReportId): SessionResolver {
  return {
    async resolveCookie(cookie) {
      const userId = cookie as UserId;
      const memberships = [{ reportId, role: 'editor' as const, organisationId: fuzzOrganisationId }];
      return { actor: { userId, name: userId, isAdministrator: false, memberships }, sessionId: userId };
    },
    resolveToken: () => Promise.resolve(null),
  };
}
