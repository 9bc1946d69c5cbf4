import { type RefObject, useCallback } from 'react';
import { useNavigate } from 'react-router';
import { rowLink } from '#client/app/links.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { findFieldSpec } from '../fields.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { ChangePlace } from './ChangedRow.tsx';

/** To a changed cell, also of the other table, and of a row that the filter hides. */
export function useGoToChange(
  table: TableKind,
  grid: RefObject<RowGrid | null>,
): (place: ChangePlace) => void {
  const { structure } = useReport();
  const navigate = useNavigate();
  const reportId = structure.report.id;
  return useCallback(
    (place) => {
      const key = rowKey({ organisationId: place.organisationId, id: place.rowId });
      if (place.table !== table) {
        const field = findFieldSpec(place.table, place.column)?.field ?? null;
        void navigate(rowLink(reportId, place.table, place.rowId, field));
        return;
      }
      grid.current?.show(key, place.column);
      grid.current?.goTo(key, place.column);
    },
    [table, grid, reportId, navigate],
  );
}
