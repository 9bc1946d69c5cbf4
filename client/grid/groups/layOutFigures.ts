import type { GridApi } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

/** Says to the group lines where the columns of these sums stand; a hidden one is of no width. */
export function layOutFigures(
  api: GridApi<GridItem>,
  element: HTMLElement,
  columns: readonly string[],
): void {
  const frozenWidth = api
    .getDisplayedLeftColumns()
    .reduce((width, column) => width + column.getActualWidth(), 0);
  for (const id of columns) {
    const column = api.getColumn(id);
    const isShown = column?.isVisible() === true;
    const left = (column?.getLeft() ?? 0) + (column?.isPinnedLeft() ? 0 : frozenWidth);
    element.style.setProperty(`--zvit-left-${id}`, `${left}px`);
    element.style.setProperty(`--zvit-width-${id}`, `${isShown ? (column?.getActualWidth() ?? 0) : 0}px`);
  }
}
