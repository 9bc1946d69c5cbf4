/** In any one system of coordinates. */
export type Rect = { left: number; top: number; right: number; bottom: number };

export type LabelPlace = {
  left: number;
  top: number;
  /** Which edge of the cell's frame it stands at. */
  edge: 'top' | 'bottom';
};

/**
 * Where the names of those who are in a cell stand: on the upper edge of what is seen of the cell, or on
 * the lower where there is no room above, and never past what is seen of the table. Null when nothing of
 * the cell is seen.
 */
export function placeLabel(
  cell: Rect,
  seen: Rect,
  label: { width: number; height: number },
): LabelPlace | null {
  const part = {
    left: Math.max(cell.left, seen.left),
    top: Math.max(cell.top, seen.top),
    right: Math.min(cell.right, seen.right),
    bottom: Math.min(cell.bottom, seen.bottom),
  };
  if (part.left >= part.right || part.top >= part.bottom) return null;
  const left = Math.max(seen.left, Math.min(part.left, seen.right - label.width));
  const above = part.top - label.height;
  if (above >= seen.top) return { left, top: above, edge: 'top' };
  return { left, top: Math.min(part.bottom, seen.bottom - label.height), edge: 'bottom' };
}
