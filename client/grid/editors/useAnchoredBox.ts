import { type RefObject, useLayoutEffect } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { RowGrid } from '../RowGrid.ts';
import { type Box, placeEditor } from './placeEditor.ts';

/**
 * Keeps a fixed box over a cell while rows move and the table scrolls, and inside the window while what
 * is in it grows. Follows the screen frame by frame instead of the grid's events, which come late. A cell
 * scrolled away takes the box out of sight and leaves the focus in it.
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
    let last: Box | null = null;
    const place = () => {
      const element = box.current;
      if (element !== null) {
        const rect = grid.cellRect(key, column);
        const isAway = rect === null && grid.rowNumber(key) !== '';
        element.style.opacity = isAway ? '0' : '1';
        element.style.pointerEvents = isAway ? 'none' : 'auto';
        // A row that was deleted leaves its editor where it was, with what was typed.
        last = rect ?? last;
        const next = JSON.stringify([last, readWindow(), readSizes(element, last)]);
        if (last !== null && next !== previous) anchor(element, last);
        previous = next;
      }
      frame = requestAnimationFrame(place);
    };
    place();
    return () => cancelAnimationFrame(frame);
  }, [box, grid, key, column]);
}

function anchor(element: HTMLElement, cell: Box): void {
  const { style } = element;
  style.setProperty('--cell-width', `${cell.width}px`);
  style.setProperty('--cell-height', `${cell.height}px`);
  const { editor, hanging } = readSizes(element, cell);
  const placed = placeEditor(cell, readWindow(), editor, hanging);
  style.left = `${placed.left}px`;
  style.top = `${placed.top}px`;
  style.setProperty('--hanging-height', `${placed.hangingHeight}px`);
  style.setProperty('--hanging-shift', `${placed.hangingShift}px`);
  element.dataset.side = placed.side;
}

/** What can be seen: a keyboard on the screen takes from it. */
function readWindow(): Box {
  const { offsetLeft, offsetTop, width, height } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: innerWidth,
    height: innerHeight,
  };
  return { left: offsetLeft, top: offsetTop, width, height };
}

/** Of what stands over the cell, or of the cell where a note only hangs from it. */
function readSizes(element: HTMLElement, cell: Box | null) {
  const editor = element.querySelector<HTMLElement>('[data-editor]');
  const hanging = element.querySelector<HTMLElement>('[data-below]');
  return {
    editor: {
      width: editor?.offsetWidth ?? cell?.width ?? 0,
      height: editor?.offsetHeight ?? cell?.height ?? 0,
    },
    // Whole, also while it scrolls inside itself.
    hanging: { width: hanging?.scrollWidth ?? 0, height: hanging?.scrollHeight ?? 0 },
  };
}
