import type { Decision } from '#shared/access/can.ts';
import type { DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Field, NewRow } from '#shared/sheet/sheetDocument.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import type { HistoryOutcome, Reversing } from './history/HistoryChange.ts';
import type { WriteOptions, WriteOutcome } from './history/ReportWriter.ts';
import type { ReportEdit } from './history/SheetEdit.ts';
import type { NarrativeView } from './NarrativeSession.ts';
import type { Person, PersonCursor } from './Person.ts';
import type { RowStore } from './RowStore.ts';
import type { SaveState } from './SaveState.ts';
import type { Signal } from './Signal.ts';

/** A cell of any sheet. */
export type CellChange = { organisationId: OrganisationId; rowId: RowId; field: Field; value: unknown };

/** One open report: its sheets, one websocket for all of them, and what they add up to. */
export type ReportSession = {
  readonly rows: RowStore;
  readonly totals: Signal<Totals>;
  readonly saveState: Signal<SaveState>;
  readonly people: Signal<readonly Person[]>;
  readonly isLoaded: Signal<boolean>;
  /** What can be taken back and done again now. */
  readonly history: Signal<{ canUndo: boolean; canRedo: boolean }>;
  /** Undo or redo that takes more than a moment; null when there is none. */
  readonly reversing: Signal<Reversing | null>;

  /** Takes in what others have sent and still waits for its batch: to be called before overwriting. */
  settle(): void;
  /** Whether this person may change the sheet now, by rights and by the connection's state. */
  canWrite(organisationId: OrganisationId): Decision;
  /**
   * Each call is one step of undo, done at once. Edits of sheets that may not be written are passed over.
   * Returns the function that takes the step back, whatever was done since; null when it is back already.
   */
  edit(edits: readonly ReportEdit[]): () => Promise<HistoryOutcome>;
  setCells(changes: readonly CellChange[]): void;
  insertRows(organisationId: OrganisationId, rows: readonly NewRow[]): void;
  /** Returns the function that brings these rows back, whatever was done since. */
  deleteRows(rows: readonly Row[]): () => Promise<HistoryOutcome>;
  /**
   * Thousands of edits as one step of undo, without holding up the page: in slices, each of which is
   * one message to the server. It waits where the server has to catch up, and works without a
   * connection as long as what waits fits into a message.
   */
  editInSlices(edits: readonly ReportEdit[], options?: WriteOptions): Promise<WriteOutcome>;
  /**
   * Takes back one's own last step; a short one at once, a long one in slices, seen in `reversing`. What
   * others have written since stays.
   */
  undo(): Promise<HistoryOutcome>;
  redo(): Promise<HistoryOutcome>;

  /** The text of a direction: fetched with the first call, and kept in step until the report is left. */
  narrative(directionId: DirectionId): Signal<NarrativeView>;

  /** Shows colleagues the cell this person is in; null when they are in none. */
  setCursor(cursor: (PersonCursor & { organisationId: OrganisationId }) | null): void;
  /** Rows of one table of one sheet, in their order. */
  sheetRows(organisationId: OrganisationId, table: TableKind): Row[];

  /** Fetches the sheets and connects: nothing is loaded before, and nothing can be written. */
  start(): void;
  /** Takes over a changed structure or changed rights without losing anything open. */
  update(structure: ReportStructure, actor: Actor): void;
  /** Changes the server has not confirmed. */
  pendingCount(): number;
  close(): void;
};
