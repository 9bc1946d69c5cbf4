import type { RefObject } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { TableView } from './views/useTableView.ts';

/** What every layout of a table gets. */
export type TableLayoutProps = {
  table: TableKind;
  /** How its person looks at the table. */
  tableView: TableView;
  /** The row one is at: from whoever laid the table out before, and for whoever does next. */
  place: RefObject<RowKey | null>;
};
