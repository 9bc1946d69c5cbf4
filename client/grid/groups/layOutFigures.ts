import type { GridApi } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

/** Custom properties of the table that say where the sums of a column stand. No name of CSS has a colon. */
export function figurePlaceNames(column: string): { left: string; width: string } {
  const name = column.replaceAll(':', '-');
  return { left: `--zvit-left-${name}`, width: `--zvit-width-${name}` };
}

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
    const { left: leftName, width: widthName } = figurePlaceNames(id);
    element.style.setProperty(leftName, `${left}px`);
    element.style.setProperty(widthName, `${isShown ? (column?.getActualWidth() ?? 0) : 0}px`);
  }
}
