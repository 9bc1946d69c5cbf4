import type { ServerName } from '../servers/BenchServer.ts';

/**
 * Who is measured beside whom: servers, in the browser the page that hands the grid all rows anew, of files
 * the libraries that write them. And the product beside itself: with a tenth of the changes, with the whole
 * journal read instead, with nothing else to do, asked again, without what was added.
 */
export type PeerName =
  | ServerName
  | 'rowData'
  | 'bare'
  | 'journal'
  | 'tenth'
  | 'alone'
  | 'again'
  | 'without'
  | 'chain';

/** One line of the table: a number for each, and what ours should stay under. */
export type Measure = {
  label: string;
  unit: 'ms' | 's' | 'kB' | 'MB' | '/s' | '%' | '';
  values: Partial<Record<PeerName, number | null>>;
  /** For our own number; a measure without one is for looking at. */
  budget?: number;
};

export type CaseReport = { title: string; measures: Measure[]; notes: string[] };
