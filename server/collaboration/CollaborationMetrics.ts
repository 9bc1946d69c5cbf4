import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What an operator watches of the documents, in the server's own registry. */
export type CollaborationMetrics = {
  openDocuments: Gauge;
  openSockets: Gauge<'kind'>;
  /** Changes that wait for others they build on; they are stored, and applied when those arrive. */
  pendingUpdates: Counter;
  /** By code of the error catalogue. */
  refusals: Counter<'code'>;
  observeCommit(entries: number, seconds: number): void;
};

export function createCollaborationMetrics(registry: Registry): CollaborationMetrics {
  const registers = [registry];
  const entries = new Counter({
    name: 'zvit_journal_entries_total',
    help: 'Accepted changes written to the journal',
    registers,
  });
  const commit = new Histogram({
    name: 'zvit_journal_commit_seconds',
    help: 'Time of one group commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  });
  return {
    openDocuments: new Gauge({ name: 'zvit_open_documents', help: 'Documents in memory', registers }),
    openSockets: new Gauge({
      name: 'zvit_open_sockets',
      help: 'Open websockets',
      labelNames: ['kind'],
      registers,
    }),
    pendingUpdates: new Counter({
      name: 'zvit_pending_updates_total',
      help: 'Changes stored while others they build on were missing',
      registers,
    }),
    refusals: new Counter({
      name: 'zvit_refused_total',
      help: 'Refused connections and changes',
      labelNames: ['code'],
      registers,
    }),
    observeCommit(count, seconds) {
      entries.inc(count);
      commit.observe(seconds);
    },
  };
}
