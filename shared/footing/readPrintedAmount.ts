const number = /([-\u2212+]?)(\d{1,3}(?:[\u00A0 ]\d{3})+|\d+)(?:,(\d+))?/;

/**
 * The first number of a printed text (`понад 1 090 осіб`, `−47 580,00 грн`) as its digits without the
 * comma, and how many stand after it; null for a text without one.
 */
export function readPrintedAmount(text: string): { digits: bigint; decimals: number } | null {
  const match = number.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(whole.replaceAll(/\D/g, '') + fraction);
  return { digits: sign === '-' || sign === '\u2212' ? -digits : digits, decimals: fraction.length };
}
