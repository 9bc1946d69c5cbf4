import type { ServerName } from '../servers/BenchServer.ts';

/** One line of the table: a number per server, and what it should stay under. */
export type Measure = {
  label: string;
  unit: 'ms' | 'kB' | '/s' | '%' | '';
  values: Partial<Record<ServerName, number | null>>;
  /** For our own number; a measure without one is for looking at. */
  budget?: number;
};

export type CaseReport = { title: string; measures: Measure[]; notes: string[] };
