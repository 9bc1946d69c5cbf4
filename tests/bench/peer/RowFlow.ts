import type { GridApi } from 'ag-grid-community';
import type { GridItem } from '#client/grid/GridItem.ts';
import { RowFlow as OwnRowFlow } from '#client/grid/RowFlow.ts';
import type { SheetRowChange } from '#client/sync/RowStore.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';

type Options = ConstructorParameters<typeof OwnRowFlow>[0];

/**
 * The page as most would write it: with each batch of changes the grid is handed all rows anew, and
 * finds by their ids what is different.
 */
export class RowFlow extends OwnRowFlow {
  readonly #api: GridApi<GridItem>;
  readonly #table: TableKind;
  readonly #rows = new Map<string, Row>();

  constructor(options: Options, rows: readonly Row[]) {
    super(options, rows);
    this.#api = options.api;
    this.#table = options.table;
    for (const row of rows) this.#rows.set(`${row.organisationId}/${row.id}`, row);
  }

  override apply(changes: readonly SheetRowChange[]): void {
    for (const { organisationId, rowId, row } of changes) {
      const key = `${organisationId}/${rowId}`;
      if (row === null || row.kind !== this.#table) this.#rows.delete(key);
      else this.#rows.set(key, row);
    }
    const rows = [...this.#rows.values()];
    this.#api.setGridOption('rowData', rows);
    this.groups.rows.recount(rows, () => true);
    this.sum(false);
  }
}
