import type { OrganisationId } from '#shared/model/ids.ts';
import type { ChangedPlace } from './Deed.ts';
import type { Direction } from './SheetHistory.ts';

/** A place of a report that undo or redo has changed. */
export type HistoryPlace = ChangedPlace & { readonly organisationId: OrganisationId };

/** What undo or redo did. */
export type HistoryChange = {
  readonly direction: Direction;
  /** In the order they were first done; of a long step only the first. */
  readonly places: readonly HistoryPlace[];
  /** All cells and rows that changed. */
  readonly count: number;
  /** Cells and rows left alone, because somebody else has written there since. */
  readonly keptCount: number;
  /** Those of sheets that may not be written now. */
  readonly lockedCount: number;
  /** Those it did not come to, because it was stopped; they are the next step. */
  readonly restCount: number;
};

/** `busy`: something long is being written, and nothing was done. Null when there was nothing to do. */
export type HistoryOutcome = HistoryChange | 'busy' | null;

/** Undo or redo that takes more than a moment. */
export type Reversing = {
  readonly direction: Direction;
  readonly done: number;
  readonly total: number;
  stop(): void;
};
