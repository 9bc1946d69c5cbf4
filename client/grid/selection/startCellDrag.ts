import type { CellGeometry } from './CellGeometry.ts';
import type { CellName } from './CellName.ts';
import type { ScrollAxes } from './DragScroller.ts';
import { startDrag } from './startDrag.ts';

type Options = {
  geometry: CellGeometry;
  axes?: ScrollAxes;
  /** The pointer has come to another cell; the nearest one in sight when it is outside of the rows. */
  onCell(cell: CellName): void;
  /** The event that ended it; null when it was given up. */
  onEnd(last: MouseEvent | null): void;
};

/** Follows the mouse from cell to cell. Returns what ends it early. */
export function startCellDrag({ geometry, axes = 'both', onCell, onEnd }: Options): () => void {
  let last: CellName | null = null;
  return startDrag({
    geometry,
    axes,
    onPoint(x, y) {
      const cell = geometry.nameAt(x, y);
      if (cell === null || (cell.key === last?.key && cell.column === last.column)) return;
      last = cell;
      onCell(cell);
    },
    onEnd,
  });
}
