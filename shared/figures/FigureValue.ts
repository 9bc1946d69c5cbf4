/** A figure as it stands at this moment. Plain values only: it is sent to other processes. */
export type FigureValue = {
  /** As printed in the sentence: Ukrainian, with U+00A0 between groups and before units. */
  text: string;
  /** Null for a list, for a table, and while there is a problem that leaves nothing to count. */
  amount: FigureAmount | null;
  /** Rows behind it. */
  rowCount: number;
  /** Null when it is sound. */
  problem: FigureProblem | null;
};

export type FigureAmount = {
  unit: 'kopiykas' | 'count' | 'percent-tenths';
  /** Exact, also where the text is rounded. */
  value: bigint;
};

/**
 * Why a figure cannot be trusted. All but the last two leave nothing to print and block a final
 * file; the text is then a sentence in square brackets that says what is missing.
 */
export type FigureProblem =
  /** Not a figure that this version can read. */
  | 'unreadable'
  | 'direction-gone'
  | 'organisation-gone'
  | 'indicator-gone'
  /** The indicator lacks the form of the noun that this number takes. */
  | 'noun-form-missing'
  /** Beyond what can be printed in words (10^12). */
  | 'too-large'
  /** Nothing was planned, so there is no share of it. */
  | 'nothing-planned'
  /** No row is behind it. */
  | 'no-rows';

const warnings: readonly FigureProblem[] = ['nothing-planned', 'no-rows'];

/** A final file is refused while the text holds such a figure. */
export function isBlocking(problem: FigureProblem | null): boolean {
  return problem !== null && !warnings.includes(problem);
}
