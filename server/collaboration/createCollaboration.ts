import type { Hocuspocus } from '@hocuspocus/server';
import type { Registry } from 'prom-client';
import type { SessionResolver } from '#server/accounts/SessionResolver.ts';
import type { Logger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { tryParseDocumentName } from '#shared/documents/documentName.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { ServerMessage } from '#shared/protocol/messages.ts';
import type { Collaboration } from './Collaboration.ts';
import { createCollaborationMetrics } from './CollaborationMetrics.ts';
import { DocumentHost } from './DocumentHost.ts';
import { DocumentJournal } from './DocumentJournal.ts';
import { createExtensions } from './extensions/createExtensions.ts';
import { LastChangeReader } from './LastChangeReader.ts';
import { defaultLimits, type Limits } from './Limits.ts';
import { ReportReader } from './ReportReader.ts';
import { createRightsDesk } from './RightsDesk.ts';
import { createRightsWatch } from './RightsWatch.ts';
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
  const journal = new DocumentJournal({ store: storage.journal, limits, log, metrics });
  const hocuspocus = new DocumentHost({
    quiet: true,
    // A coordinator opens every sheet of a city at once.
    maxPendingDocuments: 1_000,
    extensions: createExtensions({ rights, journal, limits, log, metrics }),
  });
  const sockets = new SocketServer({
    hocuspocus,
    limits,
    log,
    metrics,
    isAllowedOrigin: options.isAllowedOrigin,
  });
  const watch = createRightsWatch(hocuspocus, rights, { intervalMs: limits.rightsIntervalMs, log });
  const reader = new ReportReader(storage, journal);
  const lastChanges = new LastChangeReader(storage, journal);

  return {
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    readReportRows: (reportId) => reader.readRows(reportId),
    readReport: (reportId) => reader.readReport(reportId),
    readPastReport: (reportId, time) => reader.readReport(reportId, time),
    readContent: (structure) => reader.readContent(structure),
    readLastChanges: (reportId, rows) => lastChanges.read(reportId, rows),
    importUpdate: (documentName, update, userId) => journal.importUpdate(documentName, update, userId),
    accessChanged(userId) {
      watch.check(userId).catch((error: unknown) => log.error({ err: error }, 'looking up rights failed'));
    },
    structureChanged: (reportId) => tellReport(hocuspocus, reportId),
    async stop() {
      watch.stop();
      await Promise.all([
        sockets.stop(limits.stopTimeoutMs),
        withTimeout(journal.stop(), limits.stopTimeoutMs),
      ]);
    },
  };
}

/** One message per socket, however many documents of the report it has open. */
function tellReport(hocuspocus: Hocuspocus, reportId: ReportId): void {
  const message = JSON.stringify({ type: 'structure-changed', reportId } satisfies ServerMessage);
  const told = new Set<unknown>();
  for (const document of hocuspocus.documents.values()) {
    if (tryParseDocumentName(document.name)?.reportId !== reportId) continue;
    for (const connection of document.getConnections()) {
      if (told.has(connection.webSocket)) continue;
      told.add(connection.webSocket);
      connection.sendStateless(message);
    }
  }
}

async function withTimeout(work: Promise<void>, timeoutMs: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, timeoutMs);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
