import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellGeometry } from './CellGeometry.ts';
import type { CellMover } from './CellMover.ts';
import type { CellName } from './CellName.ts';
import type { GridSelection } from './GridSelection.ts';
import { startCellDrag } from './startCellDrag.ts';

type Options = {
  cells: CellMap;
  geometry: CellGeometry;
  /** Has a drag of its own. */
  handle: Element;
  selection: GridSelection;
  mover: CellMover;
};

/**
 * Selects by the mouse: a click, a drag, Shift to draw out, Ctrl for one range more, and the number for
 * the whole row. Heard before the grid hears it, whose own events come too late. Returns what ends it.
 */
export function listenToMouse({ cells, geometry, handle, selection, mover }: Options): () => void {
  let endDrag: (() => void) | null = null;

  const handleDown = (event: MouseEvent) => {
    const cell = cells.nameOf(event.target);
    if (cell === null || event.target === handle || (event.button !== 0 && event.button !== 2)) return;
    // Otherwise the browser moves the focus and begins to select text.
    event.preventDefault();
    if (event.button === 2) {
      // The menu is about the cell it is opened at, unless that is a part of what is selected.
      if (!selection.includes(cell)) selectAt(cell, { isMore: false, isFurther: false });
      return;
    }
    selectAt(cell, { isMore: event.ctrlKey || event.metaKey, isFurther: event.shiftKey });
    endDrag?.();
    endDrag = startCellDrag({
      geometry,
      axes: cell.column === numberColumn ? 'vertical' : 'both',
      onCell: (head) => selection.extendTo(head),
      onEnd: () => {
        endDrag = null;
      },
    });
  };

  function selectAt(cell: CellName, { isMore, isFurther }: { isMore: boolean; isFurther: boolean }): void {
    const isRow = cell.column === numberColumn;
    const column = isRow ? (geometry.firstColumnInSight() ?? cell.column) : cell.column;
    const place = { key: cell.key, column };
    const active = cells.focused();
    const extent = isRow ? 'rows' : 'cells';
    if (isFurther && active !== null) {
      if (selection.extent() === extent) selection.extendTo(place);
      else selection.select(active, place, extent);
      mover.focusOnly(active);
      return;
    }
    if (isMore) selection.add(place, place, extent);
    else selection.select(place, place, extent);
    mover.focusOnly(place);
  }

  // The grid takes the focus at `pointerdown`; fingers are left to it.
  const holdPointer = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' && cells.nameOf(event.target) !== null) event.stopPropagation();
  };

  cells.element.addEventListener('pointerdown', holdPointer, { capture: true });
  cells.element.addEventListener('mousedown', handleDown, { capture: true });
  return () => {
    endDrag?.();
    cells.element.removeEventListener('pointerdown', holdPointer, { capture: true });
    cells.element.removeEventListener('mousedown', handleDown, { capture: true });
  };
}
