import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { isNarrowing, writeRowFilter } from '#client/app/RowFilter.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { useUnfinishedDraft } from './editors/useUnfinishedDraft.ts';
import { GridPage } from './GridPage.tsx';
import { findMissing } from './views/findMissing.ts';
import { useFirstView } from './views/useFirstView.ts';

/**
 * Shows a table once it is known how its person left it, so that no row is shown that goes again, and
 * no filter changes under somebody's hands. An address that says which rows to show is believed; a bare
 * one opens the rows its person had last.
 */
export function TablePage({ table }: { table: TableKind }) {
  useUnfinishedDraft();
  const { structure } = useReport();
  const [query] = useSearchParams();
  const first = useFirstView(table);
  const [isOpen, setIsOpen] = useState(false);
  if (first === null) return <LoadingPage />;
  if (!isOpen) {
    const { filter } = findMissing(first.last.state, table, structure).state;
    if (query.size === 0 && isNarrowing(filter)) {
      return <Navigate to={{ search: writeRowFilter(filter).toString() }} replace />;
    }
    setIsOpen(true);
  }
  return <GridPage table={table} first={first} />;
}
