/** In viewport coordinates, whole pixels not needed. */
export type Box = { left: number; top: number; width: number; height: number };

export type EditorPlace = {
  left: number;
  top: number;
  side: 'down' | 'up';
  /** How tall what hangs may be. */
  hangingHeight: number;
  /** How far what hangs is moved to the right of the editor's left edge; below zero: to the left. */
  hangingShift: number;
};

/** Free at the window's edge. */
const margin = 8;

/**
 * Where an editor stands: over its cell, but whole inside the window. What hangs from it goes below where
 * there is room, else to the roomier side.
 */
export function placeEditor(
  cell: Box,
  window: Box,
  editor: { width: number; height: number },
  hanging: { width: number; height: number },
): EditorPlace {
  const right = window.left + window.width;
  const bottom = window.top + window.height;
  const left = clamp(cell.left, window.left, right - editor.width);
  const top = clamp(cell.top, window.top + margin, bottom - editor.height - margin);
  const roomBelow = bottom - (top + editor.height) - margin;
  const roomAbove = top - window.top - margin;
  const side = hanging.height <= roomBelow || roomBelow >= roomAbove ? 'down' : 'up';
  return {
    left,
    top,
    side,
    hangingHeight: Math.max(0, side === 'down' ? roomBelow : roomAbove),
    hangingShift: clamp(0, window.left + margin - left, right - margin - hanging.width - left),
  };
}

/** Where both bounds cannot hold, the lower one does: the beginning of a text is read first. */
function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(highest, value));
}
