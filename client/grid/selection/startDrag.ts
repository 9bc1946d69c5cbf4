import type { CellGeometry } from './CellGeometry.ts';
import { DragScroller, type ScrollAxes } from './DragScroller.ts';

type Options = {
  geometry: CellGeometry;
  /** Which ways the table scrolls under the drag. */
  axes?: ScrollAxes;
  /** The pointer, or the table under it, has moved; in viewport coordinates. */
  onPoint(x: number, y: number): void;
  /** The event that ended it; null when it was given up. */
  onEnd(last: MouseEvent | null): void;
};

/** Follows the mouse over the rows until its button is let go, and scrolls at their edges. Returns what ends it early. */
export function startDrag({ geometry, axes = 'both', onPoint, onEnd }: Options): () => void {
  let pointer: { x: number; y: number } | null = null;
  const viewport = geometry.viewport();
  const scroller = viewport && new DragScroller(viewport, { axes, readBounds, onScroll: look });

  function readBounds() {
    return geometry.scrollBounds();
  }
  function look(): void {
    if (pointer !== null) onPoint(pointer.x, pointer.y);
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
