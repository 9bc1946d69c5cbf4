import { AppError } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { fieldSchemas } from '#shared/model/rows.ts';
import { parseMoney, tryParseMoney } from '#shared/money/parseMoney.ts';
import type { BlockCell } from './Block.ts';
import { acceptCell, type CellCheck, type CellReading, quoteText, refuseCell } from './CellCheck.ts';
import { dropNoise, toScaled, tryParseDecimal } from './exactDecimal.ts';

/** Reads a whole number, not below zero; parts of one are never rounded away unasked. */
export function checkCount({ text, number }: BlockCell, columnTitle: string): CellCheck {
  const value = quoteText(text);
  const wrong = () => refuseCell('wrong-type', new AppError('cell.refused', { value, column: columnTitle }));
  if (number?.format === 'percent' || number?.format === 'date' || /грн|₴/iu.test(text)) return wrong();
  // The marks of a number are those of an amount.
  const shown = tryParseMoney(text);
  const exact = number?.decimal == null ? null : tryParseDecimal(number.decimal);
  if (exact !== null) {
    if (exact.isNegative) return refuseCell('negative', new AppError('cell.negative', { value }));
    const { scaled, isExact } = toScaled(dropNoise(exact), 0);
    const count = Number(scaled);
    if (!fits(count)) return wrong();
    if (isExact && (isShown(count, text) || /^#*$/.test(text.trim()))) return acceptCell(count);
    const error = new AppError('cell.shown-otherwise', {
      value,
      held: (number?.decimal ?? '').replace('.', ','),
    });
    return refuseCell('rounded', error, [read(count)], isExact ? 0 : null);
  }
  if (shown.ok) {
    const count = shown.minor / 100;
    return Number.isInteger(count) && fits(count) ? acceptCell(count) : wrong();
  }
  if (shown.error.code === 'money.negative')
    return refuseCell('negative', new AppError('cell.negative', { value }));
  if (shown.error.code !== 'money.ambiguous') return wrong();
  const counts = readMeanings(text).filter((count) => Number.isInteger(count) && fits(count));
  if (number?.shownDecimals === 0 && counts[0] !== undefined) return acceptCell(counts[0]);
  const error = new AppError('cell.ambiguous-count', { value });
  return refuseCell('ambiguous-number', error, counts.map(read));
}

function isShown(count: number, text: string): boolean {
  return readMeanings(text).includes(count);
}

/** All that the text can mean, as numbers. */
function readMeanings(text: string): number[] {
  const shown = tryParseMoney(text);
  if (shown.ok) return [shown.minor / 100];
  if (shown.error.code !== 'money.ambiguous') return [];
  const { large, small } = shown.error.parameters;
  // The small one is rounded to hundredths: 1,004 is not 1.
  const isSmallWhole = /[.,]0{3}$/.test(text.trim());
  return [large, ...(isSmallWhole ? [small] : [])].map((meaning) => parseMoney(String(meaning)) / 100);
}

function fits(count: number): boolean {
  return fieldSchemas.activity.quantity.safeParse(count).success;
}

function read(count: number): CellReading {
  return { value: count, label: formatCount(count) };
}
