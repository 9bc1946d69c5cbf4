import { type RefObject, useLayoutEffect } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { RowGrid } from '../RowGrid.ts';

/** What hangs below the cell needs about this much; with less it opens upwards. */
const roomBelow = 280;
/** And as wide: near the right edge it grows to the left. */
const roomRight = 490;

/**
 * Keeps a fixed box over a cell while rows move and the table scrolls. Follows the screen frame by
 * frame instead of the grid's events, which come late. A cell scrolled away takes the box out of sight
 * and leaves the focus in it.
 */
export function useAnchoredBox(
  box: RefObject<HTMLElement | null>,
  grid: RowGrid,
  key: RowKey,
  column: string,
): void {
  useLayoutEffect(() => {
    let frame = 0;
    let previous = '';
    const place = () => {
      const element = box.current;
      const rect = grid.cellRect(key, column);
      if (element !== null) {
        const isUp = rect !== null && rect.bottom + roomBelow > innerHeight && rect.top > roomBelow;
        // A row that was deleted leaves its editor where it was, with what was typed.
        const isAway = rect === null && grid.rowNumber(key) !== '';
        const next =
          rect === null
            ? `away ${isAway}`
            : `${rect.left} ${rect.top} ${rect.width} ${rect.height} ${String(isUp)}`;
        if (next !== previous) {
          previous = next;
          element.style.opacity = isAway ? '0' : '1';
          element.style.pointerEvents = isAway ? 'none' : 'auto';
          if (rect !== null) {
            element.style.left = `${rect.left}px`;
            element.style.top = `${rect.top}px`;
            element.style.setProperty('--cell-width', `${rect.width}px`);
            element.style.setProperty('--cell-height', `${rect.height}px`);
            element.dataset.side = isUp ? 'up' : 'down';
            element.dataset.align = rect.left + roomRight > innerWidth ? 'end' : 'start';
          }
        }
      }
      frame = requestAnimationFrame(place);
    };
    place();
    return () => cancelAnimationFrame(frame);
  }, [box, grid, key, column]);
}
