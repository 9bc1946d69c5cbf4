import type { Decision } from '#shared/access/can.ts';
import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Field, NewRow } from '#shared/sheet/sheetDocument.ts';
import type { Totals } from '#shared/totals/Totals.ts';
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

  /** Whether this person may change the sheet now, by rights and by the connection's state. */
  canWrite(organisationId: OrganisationId): Decision;
  /** Each call is one step of undo. Cells of sheets that may not be written are passed over. */
  setCells(changes: readonly CellChange[]): void;
  insertRows(organisationId: OrganisationId, rows: readonly NewRow[]): void;
  /** Returns the function that brings these rows back, whatever was done since. */
  deleteRows(rows: readonly Row[]): () => void;
  /** Cells and new rows of one sheet, as one step. */
  paste(cells: readonly CellChange[], organisationId: OrganisationId | null, rows: readonly NewRow[]): void;
  undo(): boolean;
  redo(): boolean;

  /** Shows colleagues the cell this person is in; null when they are in none. */
  setCursor(cursor: (PersonCursor & { organisationId: OrganisationId }) | null): void;
  /** Rows of one table of one sheet, in their order. */
  sheetRows(organisationId: OrganisationId, table: TableKind): Row[];

  /** Takes over a changed structure or changed rights without losing anything open. */
  update(structure: ReportStructure, actor: Actor): void;
  /** Changes the server has not confirmed. */
  pendingCount(): number;
  close(): void;
};
