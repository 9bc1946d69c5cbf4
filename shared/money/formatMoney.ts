/** Printing amounts by hand: `Intl` with `style: 'currency'` prints ₴ in one runtime and грн in another. */

import { type ReportUnit, unitDecimals, unitNames } from './reportUnit.ts';

const noBreakSpace = '\u00A0';
const minusSign = '\u2212';

export type MoneyUnit = 'uah' | 'thousand-uah' | 'none';

/**
 * Kopiykas as read by people: `437 603,56 грн`, U+00A0 between groups and before the unit, U+2212
 * for below zero. `thousand-uah` prints `437,6 тис. грн`, rounded to a tenth, halves away from
 * zero. Throws RangeError for a number that is not a safe integer.
 */
export function formatMoney(minor: bigint | number, options: { unit?: MoneyUnit } = {}): string {
  const { sign, magnitude } = splitSign(minor);
  switch (options.unit ?? 'uah') {
    case 'none':
      return sign + formatHundredths(magnitude);
    case 'uah':
      return `${sign}${formatHundredths(magnitude)}${noBreakSpace}грн`;
    case 'thousand-uah': {
      // A tenth of a thousand hryvnias is 10 000 kopiykas.
      const tenths = (magnitude + 5_000n) / 10_000n;
      const printed = `${groupDigits(tenths / 10n)},${tenths % 10n}`;
      return `${tenths === 0n ? '' : sign}${printed}${noBreakSpace}тис.${noBreakSpace}грн`;
    }
  }
}

/**
 * Kopiykas as a report prints them where a heading names its unit: `437 603,56`, or in thousands
 * `437,60356`, exact to the kopiyka and never rounded.
 */
export function formatInUnit(minor: bigint | number, unit: ReportUnit): string {
  const { sign, magnitude } = splitSign(minor);
  return sign + formatDecimals(magnitude, unitDecimals[unit]);
}

/** The same with the unit after it: `437,60356 тис. грн`. */
export function formatWithUnit(minor: bigint | number, unit: ReportUnit): string {
  return `${formatInUnit(minor, unit)}${noBreakSpace}${unitNames[unit]}`;
}

/** `437603.56`: what programs read (RFC 4180 CSV). ASCII minus. */
export function formatPlainDecimal(minor: bigint | number): string {
  return formatUngrouped(minor, '.');
}

/** `437603,56`: what a spreadsheet with Ukrainian settings reads as a number. ASCII minus. */
export function formatDecimalComma(minor: bigint | number): string {
  return formatUngrouped(minor, ',');
}

function formatUngrouped(minor: bigint | number, mark: string): string {
  const { sign, magnitude } = splitSign(minor);
  const decimals = String(magnitude % 100n).padStart(2, '0');
  return `${sign === '' ? '' : '-'}${magnitude / 100n}${mark}${decimals}`;
}

function formatHundredths(magnitude: bigint): string {
  return formatDecimals(magnitude, 2);
}

function formatDecimals(magnitude: bigint, decimals: number): string {
  const whole = 10n ** BigInt(decimals);
  return `${groupDigits(magnitude / whole)},${String(magnitude % whole).padStart(decimals, '0')}`;
}

function groupDigits(whole: bigint): string {
  return String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, noBreakSpace);
}

function splitSign(minor: bigint | number): { sign: string; magnitude: bigint } {
  if (typeof minor === 'number' && !Number.isSafeInteger(minor)) {
    throw new RangeError(`not a whole number of kopiykas: ${minor}`);
  }
  const exact = BigInt(minor);
  return exact < 0n ? { sign: minusSign, magnitude: -exact } : { sign: '', magnitude: exact };
}
