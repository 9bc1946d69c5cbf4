import { useEffect } from 'react';
import type { RowGrid } from '../RowGrid.ts';

/** The panel takes room from the table: the cell one was in, or is led to, stays whole in sight. */
export function useCellInSight(grid: RowGrid | null, hasPanel: boolean): void {
  useEffect(() => {
    if (grid !== null && hasPanel) return grid.hands.cells.keepFocusedInSight();
  }, [grid, hasPanel]);
}
