/** Points, the unit of lengths in PDF. */
export function toPoints(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
