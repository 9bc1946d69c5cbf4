import type { Extension } from '@hocuspocus/server';
import type { Logger } from '#server/log/createLogger.ts';
import type { HistoryLedger } from '../history/HistoryLedger.ts';

/** When the last person has left a document, its history catches up, so that whoever asks later need not wait. */
export function createHistoryExtension(ledger: HistoryLedger, log: Logger): Extension {
  return {
    async afterUnloadDocument({ documentName }) {
      // Not awaited: somebody may be opening the document again.
      ledger.catchUpIfFarBehind(documentName).catch((error: unknown) => {
        if (!ledger.isStopped) log.error({ err: error, documentName }, 'catching up the history failed');
      });
    },
  };
}
