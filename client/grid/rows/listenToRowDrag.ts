import type { CellMap } from '../CellMap.ts';
import { numberColumn } from '../fields.ts';
import type { CellGeometry } from '../selection/CellGeometry.ts';
import type { CellMover } from '../selection/CellMover.ts';
import type { CellName } from '../selection/CellName.ts';
import type { GridSelection } from '../selection/GridSelection.ts';
import { listenToEscape } from '../selection/listenToEscape.ts';
import { startDrag } from '../selection/startDrag.ts';
import type { DropForecast, RowDrop } from './RowDrop.ts';
import { RowDropMark } from './RowDropMark.ts';

type Options = {
  cells: CellMap;
  geometry: CellGeometry;
  selection: GridSelection;
  mover: CellMover;
  /** What would come of it. */
  forecast(drop: RowDrop): DropForecast;
  onDrop(drop: RowDrop): void;
};

/** A press that moved less than this many pixels was a click. */
const dragDistance = 4;

/**
 * Rows that are selected as rows are drawn by their numbers to another place, as in a spreadsheet: a
 * number outside of the selection selects, one in it is the handle of all of it, and a mere click there
 * selects that row alone. Escape gives up. To be heard before the mouse that selects. Returns what ends it.
 */
export function listenToRowDrag({
  cells,
  geometry,
  selection,
  mover,
  forecast,
  onDrop,
}: Options): () => void {
  let cancel: (() => void) | null = null;

  const handleDown = (event: MouseEvent) => {
    const cell = cells.nameOf(event.target);
    if (cell?.column !== numberColumn || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || !selection.wholeRows().includes(cell.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // An editor that is open elsewhere ends its work first.
    const active = cells.focused();
    mover.focusOnly(active !== null && selection.includes(active) ? active : placeIn(cell));
    follow(cell, event);
  };

  function follow(cell: CellName, press: MouseEvent): void {
    let mark: RowDropMark | null = null;

    function look(x: number, y: number): void {
      const isDrag = mark !== null || Math.hypot(x - press.clientX, y - press.clientY) > dragDistance;
      const gap = isDrag ? geometry.gapAt(y) : null;
      if (gap === null) return;
      mark ??= new RowDropMark();
      const { left, right } = cells.element.getBoundingClientRect();
      mark.show(forecast(readDrop(gap.index)), { y: gap.y, pointer: { x, y }, left, right });
    }
    const end = startDrag({
      geometry,
      axes: 'vertical',
      onPoint: look,
      onEnd(last) {
        cancel = null;
        endEscape();
        mark?.remove();
        if (last === null) return;
        if (mark === null) selectAlone(cell);
        else {
          // Where the rows stand at this moment: others' may have come between since the pointer moved.
          const gap = geometry.gapAt(last.clientY);
          if (gap !== null) onDrop(readDrop(gap.index));
        }
      },
    });
    cancel = end;
    const endEscape = listenToEscape(end);
  }

  function readDrop(index: number): RowDrop {
    return {
      rows: cells.rowsOf(selection.wholeRows()),
      above: cells.rowAt(index - 1),
      below: cells.rowAt(index),
    };
  }

  function selectAlone(cell: CellName): void {
    const place = placeIn(cell);
    selection.select(place, place, 'rows');
    mover.focusOnly(place);
  }

  /** The number itself never has the focus. */
  function placeIn({ key, column }: CellName): CellName {
    return { key, column: geometry.firstColumnInSight() ?? column };
  }

  cells.element.addEventListener('mousedown', handleDown, { capture: true });
  return () => {
    cancel?.();
    cells.element.removeEventListener('mousedown', handleDown, { capture: true });
  };
}
