import type { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { RowChange } from '#shared/totals/RowRegister.ts';

/** Names a row among all sheets: a hostile sheet may hold a row of another sheet's id. */
export type RowKey = `${OrganisationId}/${RowId}`;

export function rowKey({ organisationId, id }: Pick<Row, 'organisationId' | 'id'>): RowKey {
  return `${organisationId}/${id}`;
}

/** What became of a row of a sheet; null when it is gone. */
export type SheetRowChange = Required<RowChange>;

/** The rows of all sheets a person may read, as they stand now. */
export type RowStore = {
  size(): number;
  get(key: RowKey): Row | undefined;
  all(): Iterable<Row>;
  /** Called once for each batch of changes, after they are in. */
  subscribe(listener: (changes: readonly SheetRowChange[]) => void): () => void;
};

export type WritableRowStore = RowStore & { apply(changes: readonly SheetRowChange[]): void };

export function createRowStore(): WritableRowStore {
  const rows = new Map<RowKey, Row>();
  const listeners = new Set<(changes: readonly SheetRowChange[]) => void>();
  return {
    size: () => rows.size,
    get: (key) => rows.get(key),
    all: () => rows.values(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply(changes) {
      if (changes.length === 0) return;
      for (const { rowId, organisationId, row } of changes) {
        const key: RowKey = `${organisationId}/${rowId}`;
        if (row === null) rows.delete(key);
        else rows.set(key, row);
      }
      for (const listener of [...listeners]) listener(changes);
    },
  };
}
