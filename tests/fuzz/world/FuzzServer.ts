import type { WebSocketLike } from '@hocuspocus/server';
import { Registry } from 'prom-client';
import type { SessionResolver } from '#server/accounts/SessionResolver.ts';
import { createCollaborationMetrics } from '#server/collaboration/CollaborationMetrics.ts';
import type { SocketContext } from '#server/collaboration/ConnectionContext.ts';
import { DocumentHost } from '#server/collaboration/DocumentHost.ts';
import { DocumentJournal } from '#server/collaboration/DocumentJournal.ts';
import { createExtensions } from '#server/collaboration/extensions/createExtensions.ts';
import { HistoryLedger } from '#server/collaboration/history/HistoryLedger.ts';
import { defaultLimits } from '#server/collaboration/Limits.ts';
import { createRightsDesk } from '#server/collaboration/RightsDesk.ts';
import { tryReadFrame } from '#server/collaboration/sockets/frames.ts';
import { isExpectedFrame } from '#server/collaboration/sockets/isExpectedFrame.ts';
import { createLogger } from '#server/log/createLogger.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { CrashableJournal } from './CrashableJournal.ts';
import type { ServerEnd } from './FakeLink.ts';

/** Small enough that a run of a hundred edits takes several snapshots. */
const limits = { ...defaultLimits, snapshotTailBytes: 600 };

/** One process of the product, from the websocket's frames to the journal: everything but the sockets. */
export class FuzzServer {
  readonly journal: CrashableJournal;
  readonly #hocuspocus: DocumentHost;

  constructor(storage: Storage, sessions: SessionResolver) {
    const log = createLogger('silent');
    const metrics = createCollaborationMetrics(new Registry());
    const rights = createRightsDesk(storage.reports, sessions);
    this.journal = new CrashableJournal(storage.journal);
    const { reports } = storage;
    const documents = new DocumentJournal({ store: this.journal.store, reports, limits, log, metrics });
    const ledger = new HistoryLedger({ journal: this.journal.store, history: storage.history }, documents);
    this.#hocuspocus = new DocumentHost({
      quiet: true,
      extensions: createExtensions({ rights, journal: documents, ledger, limits, log, metrics }),
    });
  }

  /** Takes a socket in as `SocketServer` does. The cookie is what `sessions` is asked with. */
  connect(socket: WebSocketLike, cookie: string): ServerEnd {
    const context: SocketContext = { credentials: { type: 'cookie', header: cookie }, attached: new Set() };
    const request = new Request('http://localhost/collaboration');
    const connection = this.#hocuspocus.handleConnection(socket, request, context);
    return {
      onFrame(data) {
        const frame = tryReadFrame(data);
        if (!frame) throw new Error('the client sent a frame the server does not take');
        if (isExpectedFrame(frame, context)) connection.handleMessage(data);
      },
      onClose: () => connection.handleClose({ code: 1006, reason: '' }),
    };
  }

  get openDocuments(): number {
    return this.#hocuspocus.documents.size;
  }
}
