import type { Comparison } from '#shared/footing/Comparison.ts';
import { printFound } from '../compareTable.ts';
import { createEvaluator } from './evaluateFormula.ts';
import type { XlsxCell, XlsxSheet } from './readWorkbook.ts';

/**
 * Every formula of a workbook, computed anew from the cells it speaks of, against the result that is
 * stored with it: what a spreadsheet shows before and after it has calculated is then one.
 */
export function compareFormulas(comparison: Comparison, sheets: ReadonlyMap<string, XlsxSheet>): void {
  const { cellValue } = createEvaluator(sheets);
  for (const { name, cells } of sheets.values()) {
    for (const [address, cell] of cells) {
      const { formula, value } = cell;
      if (formula === null) continue;
      const computed = compute(() => cellValue(name, address));
      if (isSame(computed, cell)) comparison.compare('', '', '');
      else
        comparison.compare(
          `«${name}»!${address}`,
          printFound(value) ?? '',
          `=${formula} → ${printFound(computed)}`,
        );
    }
  }
}

/** A formula that cannot be computed is a difference too, and not the end of the check. */
function compute(evaluate: () => string | number | null): string | number | null {
  try {
    return evaluate();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Less than half of the smallest step that a sum or a share has: of a kopiyka in hryvnias, and in thousands. */
const tolerance = 0.0004;
const toleranceOfThousands = 0.000_004;

/** A sum of fractions is not quite the fraction of a sum; fifteen digits are what a spreadsheet keeps. */
function isSame(
  computed: string | number | null,
  { value: stored, numberFormat }: Pick<XlsxCell, 'value' | 'numberFormat'>,
): boolean {
  if (typeof computed !== 'number' || typeof stored !== 'number') return computed === stored;
  const difference = Math.abs(computed - stored);
  const bound = numberFormat.includes('0.00000') ? toleranceOfThousands : tolerance;
  if (difference < bound || computed.toPrecision(15) === stored.toPrecision(15)) return true;
  // A share of next to nothing has more digits than its third decimal could be told in.
  return numberFormat.includes('%') && difference <= Math.abs(stored) * 1e-12;
}
