import type { CellGeometry } from './CellGeometry.ts';
import type { CellName } from './CellName.ts';
import { DragScroller } from './DragScroller.ts';

type Options = {
  geometry: CellGeometry;
  /** The pointer has come to another cell; the nearest one in sight when it is outside of the rows. */
  onCell(cell: CellName): void;
  /** The event that ended it; null when it was given up. */
  onEnd(last: MouseEvent | null): void;
};

/** Follows the mouse over the rows until its button is let go, and scrolls at their edges. Returns what ends it early. */
export function startDrag({ geometry, onCell, onEnd }: Options): () => void {
  let pointer: { x: number; y: number } | null = null;
  let last: CellName | null = null;
  const viewport = geometry.viewport();
  const scroller = viewport && new DragScroller(viewport, () => geometry.scrollBounds(), look);

  function look(): void {
    if (pointer === null) return;
    const cell = geometry.nameAt(pointer.x, pointer.y);
    if (cell === null || (cell.key === last?.key && cell.column === last.column)) return;
    last = cell;
    onCell(cell);
  }
  const handleMove = (event: MouseEvent) => {
    // The button was let go outside of the window.
    if (event.buttons === 0) {
      end(event);
      return;
    }
    pointer = { x: event.clientX, y: event.clientY };
    look();
    scroller?.setPointer(pointer.x, pointer.y);
  };
  const end = (last: MouseEvent | null) => {
    scroller?.stop();
    document.removeEventListener('mousemove', handleMove, { capture: true });
    document.removeEventListener('mouseup', end, { capture: true });
    onEnd(last);
  };
  document.addEventListener('mousemove', handleMove, { capture: true });
  document.addEventListener('mouseup', end, { capture: true });
  return () => end(null);
}
