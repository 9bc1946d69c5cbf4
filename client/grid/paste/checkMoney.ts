import { AppError } from '#shared/errors/AppError.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { parseMoney, tryParseMoney } from '#shared/money/parseMoney.ts';
import type { BlockCell } from './Block.ts';
import { acceptCell, type CellCheck, type CellReading, quoteText, refuseCell } from './CellCheck.ts';
import { dropNoise, type ExactDecimal, toScaled, tryParseDecimal } from './exactDecimal.ts';

/** As a report in thousands prints its amounts. */
const fiveDecimals = /[.,]\d{5}(?:\D|$)/;

/**
 * Reads an amount. The number behind a text, when the other program tells it, decides what an
 * ambiguous text means; where it differs from what is shown there, both are offered.
 */
export function checkMoney({ text, number }: BlockCell): CellCheck {
  const parsed = tryParseMoney(text);
  const exact = number?.decimal == null ? null : tryParseDecimal(number.decimal);
  if (number?.format === 'percent' || number?.format === 'date')
    return refuseCell('wrong-type', new AppError('money.not-a-number', { value: quoteText(text) }));
  // The number behind a text tells which mark is which, yet not whether its column was in thousands.
  if (!parsed.ok && parsed.error.code === 'money.ambiguous' && fiveDecimals.test(text.trim()))
    return refuseCell('ambiguous-number', parsed.error, readBoth(parsed.error));
  if (exact !== null) return checkExact(dropNoise(exact), text);
  if (parsed.ok) return acceptCell(parsed.minor);
  const { error } = parsed;
  if (error.code === 'money.ambiguous') {
    const readings = readBoth(error);
    // The format alone tells whether the mark parts thousands: it shows no decimals, or three.
    if (number?.shownDecimals === 0) return acceptCell(readings[0]?.value ?? null);
    return refuseCell('ambiguous-number', error, readings);
  }
  return refuseCell(error.code === 'money.negative' ? 'negative' : 'wrong-type', error);
}

function checkExact(exact: ExactDecimal, text: string): CellCheck {
  const value = quoteText(text);
  if (exact.isNegative) return refuseCell('negative', new AppError('money.negative', { value }));
  const { scaled, isExact } = toScaled(exact, 2);
  if (scaled > BigInt(maxAmountMinor))
    return refuseCell('wrong-type', new AppError('money.too-large', { value }));
  const minor = Number(scaled);
  const shown = tryParseMoney(text);
  const meanings = shown.ok
    ? [shown.minor]
    : shown.error.code === 'money.ambiguous'
      ? readBoth(shown.error).map((reading) => reading.value)
      : [];
  // A column too narrow for its number shows only marks, and a cell of an image nothing.
  if (isExact && (meanings.includes(minor) || /^#*$/.test(text.trim()))) return acceptCell(minor);
  const readings = [minor, ...(shown.ok && shown.minor !== minor ? [shown.minor] : [])].map(readMoney);
  const exactText = `${exact.digits}`.padStart(exact.scale + 1, '0');
  const cut = exactText.length - exact.scale;
  const held = `${exactText.slice(0, cut)}${exact.scale > 0 ? `,${exactText.slice(cut)}` : ''}`;
  return refuseCell(
    'rounded',
    new AppError('cell.shown-otherwise', { value, held }),
    readings,
    isExact ? 0 : null,
  );
}

export function readMoney(minor: number): CellReading {
  return { value: minor, label: formatMoney(minor, { unit: 'none' }) };
}

function readBoth({ parameters }: AppError): CellReading[] {
  return [parameters.large, parameters.small].map((text) => readMoney(parseMoney(String(text))));
}
