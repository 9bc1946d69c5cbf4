import type { BenchServerName } from '../servers/BenchServer.ts';

export type BenchSettings = { isQuick: boolean };

/** One line of the table: what was measured, for each server, and what it is held against. */
export type Measure = {
  what: string;
  /** Printed as they are; absent where a server cannot do it. */
  values: Partial<Record<BenchServerName, string>>;
  budget: string;
  /** Null where there is nothing to hold it against. */
  isWithin: boolean | null;
};

export type Scenario = {
  name: string;
  about: string;
  run(settings: BenchSettings): Promise<Measure[]>;
};

export const serverNames: readonly BenchServerName[] = ['zvit', 'hocuspocus', 'y-websocket'];
