import type { RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { SheetChange } from '#shared/sheet/sheetDocument.ts';

/** The rows of all sheets a person may read, as they stand now. */
export type RowStore = {
  size(): number;
  get(rowId: RowId): Row | undefined;
  all(): Iterable<Row>;
  /** Called once for each batch of changes, after they are in. */
  subscribe(listener: (changes: readonly SheetChange[]) => void): () => void;
};

export type WritableRowStore = RowStore & { apply(changes: readonly SheetChange[]): void };

export function createRowStore(): WritableRowStore {
  const rows = new Map<RowId, Row>();
  const listeners = new Set<(changes: readonly SheetChange[]) => void>();
  return {
    size: () => rows.size,
    get: (rowId) => rows.get(rowId),
    all: () => rows.values(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply(changes) {
      if (changes.length === 0) return;
      for (const { rowId, row } of changes) {
        if (row === null) rows.delete(rowId);
        else rows.set(rowId, row);
      }
      for (const listener of [...listeners]) listener(changes);
    },
  };
}
