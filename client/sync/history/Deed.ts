import type { RowId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { StoredField } from '#shared/sheet/sheetDocument.ts';
import type { StoredRow } from '#shared/sheet/storedRow.ts';

/**
 * Names one state of a cell or row, as one's own writing made or found it. A state that somebody else
 * makes later has no token of ours, even when its value is the same.
 */
export type Token = number;

/** A value and the state it belongs to. */
export type Standing = { readonly value: unknown; readonly token: Token };

/** States of a row: of itself, and of each of its overrides. */
export type RowTokens = { readonly row: Token; readonly overrides: ReadonlyMap<StoredField, Token> };

/** What one edit did: enough to take it back, and to do it again. */
export type Deed =
  | {
      readonly kind: 'cell';
      readonly rowId: RowId;
      readonly table: TableKind;
      readonly field: StoredField;
      readonly before: Standing;
      readonly after: Standing;
    }
  | {
      /** A row that came, or went. */
      readonly kind: 'insert' | 'delete';
      readonly rowId: RowId;
      readonly table: TableKind;
      /** As it was when it was last there. */
      stored: StoredRow;
      tokens: RowTokens;
    };

/** Where something changed. */
export type ChangedPlace = {
  readonly rowId: RowId;
  /** The table the row stands, or stood, in. */
  readonly table: TableKind;
  /** Null when the row came or went. */
  readonly field: StoredField | null;
  /** False when the row went. */
  readonly isThere: boolean;
};
