import type { RowId, UserId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';

/** What one entry of a sheet's journal did to one cell, or to a whole row. */
export type RowChangeRecord = {
  sequence: number;
  rowId: RowId;
  table: TableKind;
  /** Null for a row that came or went as a whole. */
  field: string | null;
  /** Whose it is; null for the server's own changes. */
  userId: UserId | null;
  /** As the journal has it. */
  time: number;
  /** The same, unless a clock was set back: never before that of an earlier entry of the document. */
  moment: number;
  /** JSON of what was stored; `null` for nothing. */
  before: string;
  after: string;
};

/** The place of a change among those of its document. */
export type RowChangePlace = Pick<RowChangeRecord, 'moment' | 'sequence' | 'rowId' | 'field'>;

export type RowChangeFilter = {
  rowId?: RowId | undefined;
  /** With what came and went with its whole row; only together with `rowId`. */
  field?: string | undefined;
  userId?: UserId | undefined;
  /** All but this person's. */
  exceptUserId?: UserId | undefined;
  /** Moments: the first included, the last not. */
  from?: number | undefined;
  to?: number | undefined;
};

/** A whole document at one of its entries, pending structures included, as one Yjs update. */
export type Checkpoint = { documentName: string; sequence: number; state: Uint8Array };

/** How far the changes of a document are known, and the moment of that entry. */
export type HistoryMark = { sequence: number; moment: number };

/**
 * Made from the journal, and lagging behind it: what its entries did to rows, and whole states of
 * documents along the way. All of it may be thrown away and made anew.
 */
export type HistoryStore = {
  /** Null when nothing of the document has been taken in. */
  findMark(documentName: string): Promise<HistoryMark | null>;
  /**
   * Adds what the entries after `from` up to `to` did, and moves the mark, as one. False, and nothing
   * done, when the mark is not at `from` any more: somebody else has taken them in.
   */
  record(
    documentName: string,
    from: number,
    to: HistoryMark,
    changes: readonly RowChangeRecord[],
  ): Promise<boolean>;
  /** The latest first: by moment, entry, row and field. `after` leaves out what stands up to that place, itself included. */
  list(
    documentName: string,
    filter: RowChangeFilter,
    limit: number,
    after?: RowChangePlace,
  ): Promise<RowChangeRecord[]>;
  /** All changes by the entries after `from` up to `to`, in the order of these. */
  readBetween(documentName: string, from: number, to: number): Promise<RowChangeRecord[]>;
  /** Counts changes and the rows they are of, up to `limit` changes: the cost is bounded by it. */
  count(
    documentName: string,
    filter: RowChangeFilter,
    limit: number,
  ): Promise<{ changes: number; rows: number }>;
  /** Of each row the newest change of any of its values; a row that was never changed is absent. */
  findLast(documentName: string, rowIds: readonly RowId[]): Promise<Map<RowId, RowChangeRecord>>;
  /** Of each row how it last came or went as a whole. */
  findLastWhole(documentName: string, rowIds: readonly RowId[]): Promise<Map<RowId, RowChangeRecord>>;
  /** Throws away what is known of the document. */
  forget(documentName: string): Promise<void>;
  /** The newest state that is no newer than `sequence`; null when there is none. Damaged ones are passed over. */
  findCheckpoint(documentName: string, sequence: number): Promise<Checkpoint | null>;
  /** For verification: every state that is kept, and whether its bytes are those that were saved; by sequence. */
  inspectCheckpoints(documentName: string): Promise<{ sequence: number; isIntact: boolean }[]>;
  /** One that is there stays. Its sequence must be that of an entry. */
  saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
};
