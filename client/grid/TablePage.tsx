import type { TableKind } from '#shared/model/rows.ts';
import { useUnfinishedDraft } from './editors/useUnfinishedDraft.ts';
import { GridPage } from './GridPage.tsx';

/** «Заходи» or «Видатки», as the screen has room for them. */
export function TablePage({ table }: { table: TableKind }) {
  useUnfinishedDraft();
  return <GridPage table={table} />;
}
