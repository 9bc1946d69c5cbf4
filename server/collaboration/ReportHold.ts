import type { JournalHead } from '#server/storage/Storage.ts';

/** Changes of a report's documents wait until it is let go. */
export type ReportHold = {
  /** The last entry of each document before them. */
  heads: Map<string, JournalHead>;
  /** Once is enough. */
  release(): void;
};
