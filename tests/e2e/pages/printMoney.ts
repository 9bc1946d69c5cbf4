import { normaliseSpace } from './readText.ts';

/** `437 603,56`: printed by the runtime's own tables and not by the product's code, so that the two can be compared. */
export function printMoney(minor: bigint): string {
  const printed = new Intl.NumberFormat('uk-UA', { minimumFractionDigits: 2 }).format(
    `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}` as Intl.StringNumericLiteral,
  );
  return normaliseSpace(printed);
}

/** `437603.56`, `437603,56` or `437603.5` → 43760356n, without a float on the way. */
export function parseMinor(text: string): bigint {
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not an amount: ${text}`);
  return BigInt(`${sign}${whole}${fraction.padEnd(2, '0')}`);
}
