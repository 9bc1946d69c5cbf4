import { useMemo } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { GridCell } from '../GridCell.ts';
import { readCellFlaw, readCellValue } from '../readCell.ts';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { EditingActions } from './useEditing.ts';

/** Empties the cell. */
export function useClearCommand({
  lockOf,
  open,
}: Pick<EditingActions, 'lockOf' | 'open'>): Pick<CommandHandlers, 'clear'> {
  const { session } = useReport();
  return useMemo(() => {
    const clear = (cell: GridCell) => {
      if (cell.spec === null || lockOf(cell) !== null) {
        open(cell, false);
        return;
      }
      const { field } = cell.spec;
      const { organisationId, id } = cell.row;
      const isEmpty = readCellValue(cell.row, field) === null && readCellFlaw(cell.row, field) === null;
      if (!isEmpty) session.setCells([{ organisationId, rowId: id, field, value: null }]);
    };
    return {
      clear({ cell }) {
        if (cell !== null) clear(cell);
        return cell !== null;
      },
    };
  }, [session, lockOf, open]);
}
