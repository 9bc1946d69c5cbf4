/** A decimal number without a float: `digits` × 10^-`scale`, sign apart. */
export type ExactDecimal = { readonly isNegative: boolean; readonly digits: bigint; readonly scale: number };

/** Exponents past this are no amounts and no days. */
const largestExponent = 40;

/** Reads `390023.56`, `-12`, `1.5E-2` as programs write numbers; null for anything else. */
export function tryParseDecimal(text: string): ExactDecimal | null {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > largestExponent) return null;
  let digits = BigInt(whole + fraction);
  let scale = fraction.length - exponent;
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  return trimZeros({ isNegative: sign === '-' && digits !== 0n, digits, scale });
}

/**
 * A spreadsheet keeps fifteen digits; what its files show beyond them is noise of its arithmetic:
 * `390023.56000000006` is `390023.56`.
 */
export function dropNoise(decimal: ExactDecimal): ExactDecimal {
  const surplus = String(decimal.digits).length - 15;
  if (surplus <= 0 || surplus > decimal.scale) return decimal;
  return trimZeros({
    isNegative: decimal.isNegative,
    digits: divideHalfUp(decimal.digits, 10n ** BigInt(surplus)),
    scale: decimal.scale - surplus,
  });
}

/** In whole 10^-`places`, halves up; `isExact` when nothing was rounded away. */
export function toScaled(decimal: ExactDecimal, places: number): { scaled: bigint; isExact: boolean } {
  const surplus = decimal.scale - places;
  if (surplus <= 0) return { scaled: decimal.digits * 10n ** BigInt(-surplus), isExact: true };
  const unit = 10n ** BigInt(surplus);
  return { scaled: divideHalfUp(decimal.digits, unit), isExact: decimal.digits % unit === 0n };
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n);
}

function trimZeros({ isNegative, digits, scale }: ExactDecimal): ExactDecimal {
  let [shorter, places] = [digits, scale];
  while (places > 0 && shorter % 10n === 0n) {
    shorter /= 10n;
    places -= 1;
  }
  return { isNegative, digits: shorter, scale: places };
}
