import { useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { isNarrowing, writeRowFilter } from '#client/app/RowFilter.ts';
import { SubmissionStrip } from '#client/submission/SubmissionStrip.tsx';
import type { LastViewCopy } from '#client/sync/LastViewCopy.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import { useIsSmallScreen } from '#client/ui/screen.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { useUnfinishedDraft } from './editors/useUnfinishedDraft.ts';
import classes from './TablePage.module.css';
import { tableLayouts } from './tableLayouts.ts';
import { useRowFilter } from './useRowFilter.ts';
import { findMissing } from './views/findMissing.ts';
import { useFirstView } from './views/useFirstView.ts';
import { useTableView } from './views/useTableView.ts';

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
  return <TableLayout table={table} first={first} />;
}

/** As the screen has room for it. When that changes, the place and the view stay. */
function TableLayout({ table, first }: { table: TableKind; first: LastViewCopy }) {
  const tableView = useTableView(table, first);
  const place = useRef<RowKey | null>(null);
  const { Page } = tableLayouts[useIsSmallScreen() ? 'small' : 'wide'];
  const { structure } = useReport();
  const [filter] = useRowFilter();
  const [, setQuery] = useSearchParams();
  const showChanges = (organisationId: OrganisationId) =>
    setQuery((query) => new URLSearchParams([...query, ['panel', 'changes'], ['of', organisationId]]), {
      replace: true,
    });
  return (
    <div className={classes.whole}>
      {/* Always there, so that the table keeps its row of the page. */}
      <div>
        <SubmissionStrip key={structure.report.id} shown={filter.organisations} onShowChanges={showChanges} />
      </div>
      <Page table={table} tableView={tableView} place={place} />
    </div>
  );
}
