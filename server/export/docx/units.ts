/** A twentieth of a point, the unit of lengths in DOCX. */
export function toTwips(millimetres: number): number {
  return Math.round((millimetres * 1_440) / 25.4);
}

/** Half points, the unit of font sizes in DOCX. */
export function toHalfPoints(points: number): number {
  return points * 2;
}

/** Twentieths of a point between lines: 240 is single. */
export function toLineSpacing(lines: number): number {
  return Math.round(lines * 240);
}
