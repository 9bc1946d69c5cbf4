import type { InlineFigure } from '../../figures/FigureSpec.ts';
import type { DirectionId } from '../../model/ids.ts';

export const textFindingCodes = [
  'text.typed-number',
  'text.nearly-total',
  'text.figure-gone',
  'text.figure-unreadable',
  'text.noun-form-missing',
  'text.number-too-large',
  'text.figure-empty',
  'text.nothing-planned',
  'text.direction-empty',
  'text.spending-without-text',
  'text.part-exceeds-whole',
  'text.table-sum',
] as const;
export type TextFindingCode = (typeof textFindingCodes)[number];

/**
 * What a check found wrong in the text of a direction. It stands in no row, so its place is another
 * than that of a `Finding`, and it says whether a final file may leave with it.
 */
export type TextFinding = {
  code: TextFindingCode;
  severity: 'blocks' | 'warns';
  place: TextPlace;
  /** Fill the sentence of `formatTextFinding`, as people read them. */
  parameters: Readonly<Record<string, string>>;
  /** A figure that prints what was typed, so that the one can take the place of the other. */
  suggestion: InlineFigure | null;
};

export type TextPlace = {
  directionId: DirectionId;
  /**
   * Indices from the direction's text down to the block: of a block, then of an item or of a row and
   * a cell, then of a block in it. Empty when the finding is about the direction as a whole.
   */
  path: readonly number[];
  /** The inline in which it begins, and the UTF-16 offset there; null when it is about the block. */
  inline: { index: number; offset: number } | null;
  /** The words as they stand: `quote.length` units from `offset` on, through adjacent runs of text. */
  quote: string;
};

/** A final file is refused while there is one. */
export function hasBlocking(findings: readonly TextFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocks');
}
