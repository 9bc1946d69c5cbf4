import type { Registry } from 'prom-client';
import type { SessionResolver } from '#server/accounts/SessionResolver.ts';
import type { Logger } from '#server/log/createLogger.ts';
import { JournalConflict, type Storage } from '#server/storage/Storage.ts';
import { sheetName, tryParseDocumentName } from '#shared/documents/documentName.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Collaboration } from './Collaboration.ts';
import { createCollaborationMetrics } from './CollaborationMetrics.ts';
import { DocumentHost } from './DocumentHost.ts';
import { DocumentJournal } from './DocumentJournal.ts';
import { createExtensions } from './extensions/createExtensions.ts';
import { HistoryLedger } from './history/HistoryLedger.ts';
import { HistoryReader } from './history/HistoryReader.ts';
import { LastChangeReader } from './LastChangeReader.ts';
import { defaultLimits, type Limits } from './Limits.ts';
import { ReportReader } from './ReportReader.ts';
import { ReportTeller } from './ReportTeller.ts';
import { createRightsDesk } from './RightsDesk.ts';
import { createRightsWatch } from './RightsWatch.ts';
import { SheetChangeReader } from './SheetChangeReader.ts';
import { SocketServer, type SocketServerOptions } from './sockets/SocketServer.ts';

export type CollaborationOptions = {
  storage: Storage;
  sessions: SessionResolver;
  log: Logger;
  registry: Registry;
  isAllowedOrigin: SocketServerOptions['isAllowedOrigin'];
  limits?: Partial<Limits>;
};

/** Puts the parts of co-editing together. It listens to nothing itself: the HTTP server hands it upgrades. */
export function createCollaboration(options: CollaborationOptions): Collaboration {
  const { storage, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const metrics = createCollaborationMetrics(options.registry);
  const rights = createRightsDesk(storage.reports, options.sessions);
  const journal = new DocumentJournal({
    store: storage.journal,
    reports: storage.reports,
    limits,
    log,
    metrics,
    // What pages say about the sheet, and what a coordinator accepts, is not so any more.
    onLockedWrite(documentName) {
      const address = tryParseDocumentName(documentName);
      if (address !== null) teller.tellSoon(address.reportId);
    },
  });
  const ledger = new HistoryLedger(storage, journal);
  const hocuspocus = new DocumentHost({
    quiet: true,
    // A coordinator opens every sheet of a city at once.
    maxPendingDocuments: 1_000,
    extensions: createExtensions({ rights, journal, ledger, limits, log, metrics }),
  });
  const teller = new ReportTeller(hocuspocus);
  const sockets = new SocketServer({
    hocuspocus,
    limits,
    log,
    metrics,
    isAllowedOrigin: options.isAllowedOrigin,
  });
  const watch = createRightsWatch(hocuspocus, rights, { intervalMs: limits.rightsIntervalMs, log });
  const reader = new ReportReader(storage, journal, ledger);
  const history = new HistoryReader(storage, ledger);
  const lastChanges = new LastChangeReader(storage, journal);
  const sheetChanges = new SheetChangeReader(storage, ledger);
  const logFailure = (error: unknown) => log.error({ err: error }, 'looking up rights failed');

  return {
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    readNarratives: (structure) => reader.readNarratives(structure),
    readReportRows: (reportId) => reader.readRows(reportId),
    readReport: (reportId) => reader.readReport(reportId),
    readPastReport: (reportId, time) => reader.readReport(reportId, time),
    readContent: (structure) => reader.readContent(structure),
    readPastRows: (reportId, time) => reader.readPastRows(reportId, time),
    readLastChanges: (reportId, rows) => lastChanges.read(reportId, rows),
    readHistory: (reportId, query) => history.read(reportId, query),
    countChanges: (reportId, since) => history.count(reportId, since),
    importUpdate: (documentName, update, userId) => journal.importUpdate(documentName, update, userId),
    accessChanged(userId) {
      watch.check(userId).catch(logFailure);
    },
    readSheet: (reportId, organisationId) => reader.readSheet(reportId, organisationId),
    readTextBlocks: (reportId, directionId) => reader.readTextBlocks(reportId, directionId),
    readSheetChanges: (reportId, organisationId, sequence) =>
      sheetChanges.read(reportId, organisationId, sequence),
    async takeStep({ reportId, organisationId }, userId, decide, buildNotices = async () => []) {
      const name = sheetName(reportId, organisationId);
      let told: UserId[] = [];
      // What is refused anyway, and loading the sheet, is not done while nobody's change is accepted.
      await decide(await reader.readSheet(reportId, organisationId));
      await journal.markStep(name, userId, async (entry) => {
        const content = await reader.readSheet(reportId, organisationId);
        // Another process has written since the head was read.
        if (content.sequence !== entry.sequence - 1) throw new JournalConflict('a sequence is taken');
        const decided = await decide(content);
        const notices = await buildNotices(decided, entry.time);
        await storage.submissions.transit({ reportId, organisationId, userId, entry, ...decided }, notices);
        told = notices.map((notice) => notice.userId);
        return decided.to;
      });
      await watch.checkDocument(name).catch(logFailure);
      teller.tell(reportId);
      teller.tellPeople(told);
    },
    holdReport: (reportId) => journal.holdReport(reportId),
    finalisingChanged: (reportId, by) => teller.tellFinalising(reportId, by),
    async takeReportStep(reportId, step) {
      await journal.takeReportStep(reportId, step);
      await watch.check(null).catch(logFailure);
      teller.tell(reportId);
    },
    structureChanged: (reportId) => teller.tell(reportId),
    noticesChanged: (userIds) => teller.tellPeople(userIds),
    commentsChanged: (reportId, threadId) => teller.tellComments(reportId, threadId),
    async stop() {
      watch.stop();
      teller.stop();
      await Promise.all([
        sockets.stop(limits.stopTimeoutMs),
        withTimeout(journal.stop(), limits.stopTimeoutMs),
        withTimeout(ledger.stop(), limits.stopTimeoutMs),
      ]);
    },
  };
}

async function withTimeout(work: Promise<void>, timeoutMs: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, timeoutMs);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
