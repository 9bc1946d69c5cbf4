import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellGeometry } from './CellGeometry.ts';
import type { CellMover } from './CellMover.ts';
import type { GridSelection } from './GridSelection.ts';

type Options = {
  cells: CellMap;
  geometry: CellGeometry;
  selection: GridSelection;
  mover: CellMover;
};

/** What in a header has a click of its own. */
const ownClicks = '.ag-sort-indicator-container, .ag-header-cell-resize, button';
/** A press that moved further than this many pixels was a drag of the column. */
const dragDistance = 4;

/**
 * A click on a header selects its column, as in a spreadsheet, and on the corner everything. Sorting
 * stays with the arrows in the header, with Alt, and with Enter. Returns what ends it.
 */
export function listenToHeader({ cells, geometry, selection, mover }: Options): () => void {
  let press: { x: number; y: number } | null = null;

  const handleDown = (event: MouseEvent) => {
    press = { x: event.clientX, y: event.clientY };
  };

  const handleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.altKey || event.target.closest(ownClicks) !== null)
      return;
    const column = event.target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
    if (column === null) return;
    // A keyboard's click has no place.
    const isDrag =
      press !== null && Math.hypot(event.clientX - press.x, event.clientY - press.y) > dragDistance;
    if (isDrag) return;
    event.stopPropagation();
    select(column, event);
  };

  function select(column: string, event: MouseEvent): void {
    const key = geometry.firstKeyInSight();
    if (key === null) return;
    if (column === numberColumn) {
      mover.select('all');
      return;
    }
    const place = { key, column };
    const active = cells.focused();
    if (event.shiftKey && active !== null) {
      if (selection.extent() === 'columns') selection.extendTo(place);
      else selection.select(active, place, 'columns');
      mover.focusOnly(active);
      return;
    }
    if (event.ctrlKey || event.metaKey) selection.add(place, place, 'columns');
    else selection.select(place, place, 'columns');
    mover.focusOnly(place);
  }

  const { element } = cells;
  element.addEventListener('mousedown', handleDown, { capture: true });
  element.addEventListener('click', handleClick, { capture: true });
  return () => {
    element.removeEventListener('mousedown', handleDown, { capture: true });
    element.removeEventListener('click', handleClick, { capture: true });
  };
}
