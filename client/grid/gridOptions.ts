import type { GridOptions } from 'ag-grid-community';
import { type GridItem, gridItemId } from './GridItem.ts';
import { type Density, gridTheme, rowHeights } from './gridTheme.ts';
import { type GroupLineParams, GroupLineView } from './groups/GroupLineView.ts';
import type { RowGrid } from './RowGrid.ts';
import { registerGridModules } from './registerGridModules.ts';

registerGridModules();

/**
 * What AG Grid is told once, when it is made. Rows and columns are given to it by {@link RowGrid}, which
 * takes it over when it is ready; `find` returns that, and null before.
 */
export function buildGridOptions(
  density: Density,
  localeText: Record<string, string>,
  find: () => RowGrid | null,
): GridOptions<GridItem> {
  return {
    theme: gridTheme,
    getRowId: ({ data }) => gridItemId(data),
    defaultColDef: {
      sortable: true,
      unSortIcon: true,
      resizable: true,
      suppressHeaderMenuButton: true,
      minWidth: 60,
    },
    rowHeight: rowHeights[density],
    headerHeight: 32,
    getRowHeight: ({ node }) => (node.rowPinned ? rowHeights.normal + 4 : undefined),
    isFullWidthRow: ({ rowNode }) => rowNode.data?.kind === 'group',
    fullWidthCellRenderer: GroupLineView,
    fullWidthCellRendererParams: {
      readWords: () => find()?.drawing.words.groupLine ?? null,
    } satisfies GroupLineParams,
    localeText,
    isExternalFilterPresent: () => true,
    doesExternalFilterPass: ({ data }) => data !== undefined && find()?.passes(data) === true,
    rowClassRules: {
      'zvit-foreign': ({ data }) => data !== undefined && find()?.drawing.isForeign(data) === true,
    },
    // An edited row stays where it is until one sorts again: it must not jump from under the hand.
    suppressModelUpdateAfterUpdateTransaction: true,
    // Sorting changed rows alone takes for granted that the others are filtered and ordered as before, and breaks otherwise.
    deltaSort: false,
    animateRows: false,
    suppressOverlays: ['loading', 'noRows', 'noMatchingRows'],
    suppressDragLeaveHidesColumns: true,
    ensureDomOrder: true,
    loading: false,
    onSortChanged: () => find()?.handleSort(),
    onDisplayedColumnsChanged: () => find()?.handleColumns(),
    onFirstDataRendered: () => find()?.handleModelChange(),
  };
}
