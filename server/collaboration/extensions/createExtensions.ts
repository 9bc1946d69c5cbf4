import type { Extension } from '@hocuspocus/server';
import type { Logger } from '#server/log/createLogger.ts';
import type { CollaborationMetrics } from '../CollaborationMetrics.ts';
import type { DocumentJournal } from '../DocumentJournal.ts';
import type { HistoryLedger } from '../history/HistoryLedger.ts';
import type { Limits } from '../Limits.ts';
import type { RightsDesk } from '../RightsDesk.ts';
import { createAuthentication } from './authentication.ts';
import { createAwarenessExtension } from './awareness.ts';
import { createFirstSync } from './firstSync.ts';
import { guardExtension } from './guardExtension.ts';
import { createHistoryExtension } from './history.ts';
import { createJournalExtension } from './journal.ts';
import { createLimitsExtension } from './limits.ts';

type Options = {
  rights: RightsDesk;
  journal: DocumentJournal;
  ledger: HistoryLedger;
  limits: Limits;
  log: Logger;
  metrics: CollaborationMetrics;
};

/** One extension per concern, in the order in which they see a message. */
export function createExtensions({ rights, journal, ledger, limits, log, metrics }: Options): Extension[] {
  return [
    createAuthentication(rights),
    createFirstSync(),
    createLimitsExtension(limits),
    createJournalExtension(journal),
    createAwarenessExtension(journal, limits),
    createHistoryExtension(ledger, log),
  ].map((extension) => guardExtension(extension, { log, metrics }));
}
