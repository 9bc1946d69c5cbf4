import type * as Y from 'yjs';
import type { RowId } from '#shared/model/ids.ts';
import { deleteRow, insertRow, moveRow, type StoredField, setCells } from '#shared/sheet/sheetDocument.ts';
import {
  readOverrideWriter,
  readRowWriter,
  readStoredCell,
  readStoredRow,
  readTable,
  restoreStoredCell,
  restoreStoredRow,
  type StoredRow,
} from '#shared/sheet/storedRow.ts';
import type { ChangedPlace, Deed, RowTokens, Token } from './Deed.ts';
import type { SheetEdit } from './SheetEdit.ts';

export type Direction = 'undo' | 'redo';

/** What came of taking deeds back, or doing them again. */
export type Reversal = {
  changed: ChangedPlace[];
  /** Deeds left as they are, because somebody else has written there since. */
  keptCount: number;
};

/**
 * One's own changes of one sheet, to be taken back and done again. What somebody else has written
 * since is never touched: a cell goes back only while it still stands as one's own deed left it, and a
 * row that came goes only while nobody else has written into it.
 *
 * Whose a value is, is told by the client that wrote it; which of one's own deeds it is, by a token.
 * Comparing values would take a colleague's value for one's own whenever the two are the same.
 */
export class SheetHistory {
  readonly #clients = new Set<number>();
  /** By row, or by row and field. */
  readonly #tokens = new Map<string, Token>();
  #lastToken: Token = 0;

  /** Does the edits as one transaction. Edits that change nothing leave no deed. */
  apply(doc: Y.Doc, edits: readonly SheetEdit[], origin: unknown): Deed[] {
    this.#clients.add(doc.clientID);
    const deeds: Deed[] = [];
    doc.transact(() => {
      for (const edit of edits) this.#apply(doc, edit, origin, deeds);
    }, origin);
    return deeds;
  }

  /** Takes deeds back, or does them again, in the order they are given, as one transaction. */
  reverse(doc: Y.Doc, deeds: readonly Deed[], direction: Direction, origin: unknown): Reversal {
    this.#clients.add(doc.clientID);
    const reversal: Reversal = { changed: [], keptCount: 0 };
    doc.transact(() => {
      for (const deed of deeds) {
        const place = this.#reverse(doc, deed, direction);
        if (place === null) reversal.keptCount += 1;
        else reversal.changed.push(place);
      }
    }, origin);
    return reversal;
  }

  #apply(doc: Y.Doc, edit: SheetEdit, origin: unknown, deeds: Deed[]): void {
    switch (edit.kind) {
      case 'set':
        this.#setCell(doc, edit.rowId, edit.field, deeds, () => {
          setCells(doc, [edit], origin);
        });
        break;
      case 'move':
        this.#setCell(doc, edit.rowId, 'order', deeds, () => moveRow(doc, edit.rowId, edit.order, origin));
        break;
      case 'insert':
        if (readRowWriter(doc, edit.row.id) !== null) this.#deleteRow(doc, edit.row.id, origin, deeds);
        insertRow(doc, edit.row, origin);
        this.#noteRow(doc, edit.row.id, 'insert', deeds);
        break;
      case 'delete':
        this.#deleteRow(doc, edit.rowId, origin, deeds);
        break;
    }
  }

  #setCell(doc: Y.Doc, rowId: RowId, field: StoredField, deeds: Deed[], write: () => void): void {
    if (readRowWriter(doc, rowId) === null) return;
    const before = { value: readStoredCell(doc, rowId, field), token: this.#nameCell(doc, rowId, field) };
    write();
    const value = readStoredCell(doc, rowId, field);
    if ((value ?? null) === (before.value ?? null)) return;
    const after = { value, token: this.#mark(cellName(rowId, field)) };
    deeds.push({ kind: 'cell', rowId, table: readTable(doc, rowId), field, before, after });
  }

  #deleteRow(doc: Y.Doc, rowId: RowId, origin: unknown, deeds: Deed[]): void {
    if (readRowWriter(doc, rowId) === null) return;
    this.#noteRow(doc, rowId, 'delete', deeds);
    deleteRow(doc, rowId, origin);
  }

  #noteRow(doc: Y.Doc, rowId: RowId, kind: 'insert' | 'delete', deeds: Deed[]): void {
    if (kind === 'insert') this.#mark(rowId);
    const stored = readStoredRow(doc, rowId);
    if (stored === null) return;
    const tokens = this.#nameRow(doc, rowId, stored);
    deeds.push({ kind, rowId, table: readTable(doc, rowId), stored, tokens });
  }

  /** Null when the deed stays as it is. */
  #reverse(doc: Y.Doc, deed: Deed, direction: Direction): ChangedPlace | null {
    if (deed.kind === 'cell') {
      const [from, to] = direction === 'undo' ? [deed.after, deed.before] : [deed.before, deed.after];
      const { rowId, field } = deed;
      const isAsLeft =
        this.#findCellToken(doc, rowId, field) === from.token &&
        (readStoredCell(doc, rowId, field) ?? null) === (from.value ?? null);
      if (!isAsLeft) return null;
      restoreStoredCell(doc, rowId, field, to.value);
      this.#tokens.set(cellName(rowId, field), to.token);
      return { rowId, table: deed.table, field, isThere: true };
    }
    const isRemoving = (deed.kind === 'insert') === (direction === 'undo');
    const isDone = isRemoving ? this.#takeAway(doc, deed) : this.#bringBack(doc, deed);
    return isDone ? { rowId: deed.rowId, table: deed.table, field: null, isThere: !isRemoving } : null;
  }

  #takeAway(doc: Y.Doc, deed: Extract<Deed, { kind: 'insert' | 'delete' }>): boolean {
    const stored = readStoredRow(doc, deed.rowId);
    if (stored === null || this.#findRowToken(doc, deed.rowId) !== deed.tokens.row) return false;
    for (const field of stored.overrides.keys()) {
      if (!this.#isOwn(readOverrideWriter(doc, deed.rowId, field))) return false;
    }
    deed.stored = stored;
    deed.tokens = this.#nameRow(doc, deed.rowId, stored);
    deleteRow(doc, deed.rowId);
    return true;
  }

  #bringBack(doc: Y.Doc, { rowId, stored, tokens }: Extract<Deed, { kind: 'insert' | 'delete' }>): boolean {
    const present = new Set(
      [...stored.overrides.keys()].filter((field) => readOverrideWriter(doc, rowId, field) !== null),
    );
    if (!restoreStoredRow(doc, rowId, stored)) return false;
    this.#tokens.set(rowId, tokens.row);
    for (const [field, token] of tokens.overrides) {
      if (!present.has(field)) this.#tokens.set(cellName(rowId, field), token);
    }
    return true;
  }

  /** The state a cell is in, when it is of one's own making. A value never overridden is its row's. */
  #findCellToken(doc: Y.Doc, rowId: RowId, field: StoredField): Token | null {
    const writer = readOverrideWriter(doc, rowId, field);
    if (writer === null) return this.#findRowToken(doc, rowId);
    return this.#isOwn(writer) ? (this.#tokens.get(cellName(rowId, field)) ?? null) : null;
  }

  #findRowToken(doc: Y.Doc, rowId: RowId): Token | null {
    return this.#isOwn(readRowWriter(doc, rowId)) ? (this.#tokens.get(rowId) ?? null) : null;
  }

  /** A state that is not of one's own making gets a token that nothing else has. */
  #nameCell(doc: Y.Doc, rowId: RowId, field: StoredField): Token {
    return this.#findCellToken(doc, rowId, field) ?? this.#createToken();
  }

  #nameRow(doc: Y.Doc, rowId: RowId, { overrides }: StoredRow): RowTokens {
    const fields = [...overrides.keys()];
    return {
      row: this.#findRowToken(doc, rowId) ?? this.#createToken(),
      overrides: new Map(fields.map((field) => [field, this.#nameCell(doc, rowId, field)])),
    };
  }

  #mark(name: string): Token {
    const token = this.#createToken();
    this.#tokens.set(name, token);
    return token;
  }

  #createToken(): Token {
    this.#lastToken += 1;
    return this.#lastToken;
  }

  #isOwn(client: number | null): boolean {
    return client !== null && this.#clients.has(client);
  }
}

function cellName(rowId: RowId, field: StoredField): string {
  return `${rowId}/${field}`;
}
