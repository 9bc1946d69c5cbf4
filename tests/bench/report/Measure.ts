import type { ServerName } from '../servers/BenchServer.ts';

/**
 * Who is measured beside whom: servers, in the browser the page that hands the grid all rows anew, and
 * of files the libraries that write them.
 */
export type PeerName = ServerName | 'rowData' | 'bare';

/** One line of the table: a number for each, and what ours should stay under. */
export type Measure = {
  label: string;
  unit: 'ms' | 'kB' | 'MB' | '/s' | '%' | '';
  values: Partial<Record<PeerName, number | null>>;
  /** For our own number; a measure without one is for looking at. */
  budget?: number;
};

export type CaseReport = { title: string; measures: Measure[]; notes: string[] };
