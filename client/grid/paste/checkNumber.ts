import { AppError } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { tryParseNumber } from '#shared/language/parseNumber.ts';
import { numberScale } from '#shared/model/extraField.ts';
import type { BlockCell } from './Block.ts';
import { acceptCell, type CellCheck, quoteText, refuseCell } from './CellCheck.ts';
import { dropNoise, toScaled, tryParseDecimal } from './exactDecimal.ts';

const decimals = Math.log10(numberScale);

/**
 * Reads a number with at most three digits after the mark. Where a spreadsheet holds another number than it
 * shows, that one is asked about, and nothing is rounded unasked.
 */
export function checkNumber({ text, number }: BlockCell, column: string): CellCheck {
  const value = quoteText(text);
  const wrong = () => refuseCell('wrong-type', new AppError('cell.refused', { value, column }));
  if (number?.format === 'percent' || number?.format === 'date' || /грн|₴/iu.test(text)) return wrong();
  const shown = tryParseNumber(text);
  const exact = number?.decimal == null ? null : tryParseDecimal(number.decimal);
  if (exact === null) return shown === null ? wrong() : acceptCell(shown);
  const { scaled, isExact } = toScaled(dropNoise(exact), decimals);
  const held = ((exact.isNegative ? -1 : 1) * Number(scaled)) / numberScale + 0;
  if (tryParseNumber(String(held)) === null) return wrong();
  if (isExact && (shown === held || /^#*$/.test(text.trim()))) return acceptCell(held);
  const error = new AppError('cell.shown-otherwise', {
    value,
    held: (number?.decimal ?? '').replace('.', ','),
  });
  return refuseCell('rounded', error, [{ value: held, label: formatCount(held) }], isExact ? 0 : null);
}
