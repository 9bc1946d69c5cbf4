import { formatMoneyInWords } from '../language/moneyInWords.ts';
import { largestInWords } from '../language/numerals.ts';
import { formatMoney } from '../money/formatMoney.ts';
import { computeDeviationMinor, computePercentTenths, formatPercent } from '../money/ratio.ts';
import type { MoneySums } from '../totals/Totals.ts';
import type { MoneyFigure } from './FigureSpec.ts';
import type { FigureValue } from './FigureValue.ts';
import { problemTexts } from './problemTexts.ts';

/** Of a sum, or of actual less planned with its sign. */
export function buildMoneyValue(spec: MoneyFigure, sums: MoneySums): FigureValue {
  const value = readSum(spec, sums);
  const base = { amount: { unit: 'kopiykas' as const, value }, rowCount: sums.rowCount };
  if (spec.format === 'words' && (value < 0n ? -value : value) / 100n > largestInWords)
    return { ...base, text: problemTexts['too-large'], problem: 'too-large' };
  return { ...base, text: formatSum(spec, value), problem: sums.rowCount === 0 ? 'no-rows' : null };
}

export function buildPercentValue(sums: MoneySums): FigureValue {
  const tenths = computePercentTenths(sums);
  return {
    text: formatPercent(tenths),
    amount: tenths === null ? null : { unit: 'percent-tenths', value: BigInt(tenths) },
    rowCount: sums.rowCount,
    problem: sums.rowCount === 0 ? 'no-rows' : tenths === null ? 'nothing-planned' : null,
  };
}

function readSum({ sum }: MoneyFigure, sums: MoneySums): bigint {
  if (sum === 'deviation') return computeDeviationMinor(sums);
  return sum === 'actual' ? sums.actualMinor : sums.plannedMinor;
}

function formatSum(spec: MoneyFigure, value: bigint): string {
  if (spec.format === 'words') {
    const text = formatMoneyInWords(value, spec.case);
    return spec.sum === 'deviation' && value > 0n ? `плюс ${text}` : text;
  }
  const text = formatMoney(value, { unit: spec.format === 'thousands' ? 'thousand-uah' : 'uah' });
  // What rounds to nothing has no sign either way.
  return spec.sum === 'deviation' && value > 0n && /[1-9]/.test(text) ? `+${text}` : text;
}
