import type { FindingSeverity } from '#shared/checks/Finding.ts';

/** What the checks say of one cell, put together. */
export type CellFinding = {
  /** The gravest of them. */
  severity: FindingSeverity;
  /** One sentence a line; empty where a cell only points to others of its row. */
  text: string;
};
