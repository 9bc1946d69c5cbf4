import type { FieldKind } from '../../fields.ts';
import type { BlockCell } from '../../paste/Block.ts';
import { printDecimal, roundDecimal, shiftDecimal } from './decimalText.ts';
import type { DateCell, NumberCell, SourceCell } from './SourceBook.ts';
import { scaleAmount } from './scaleAmount.ts';
import { printTime, readSerialDay } from './xlsx/serialDate.ts';

/** How a column is read, once it is known what it is. */
export type ColumnReading = {
  /** Null for a column that is only shown. */
  kind: FieldKind | null;
  /** Of an amount: 0 for hryvnias, 3 for thousands, 6 for millions of them. */
  thousands: 0 | 3 | 6;
};

export const plainReading: ColumnReading = { kind: null, thousands: 0 };

/** A sum of fractions misses its kopiyka by less than this many decimals show; what is further off was meant. */
const noiseDecimals = 6;

/**
 * A cell as the text that a person would type for it, with the number behind it: the checks of the
 * table then read it like any other. Null for an error of the spreadsheet, which has no value.
 */
export function printCell(cell: SourceCell, { kind, thousands }: ColumnReading): BlockCell | null {
  if (cell === null) return { text: '' };
  const isMoney = kind === 'money';
  const places = isMoney ? thousands : 0;
  if (typeof cell === 'string') return { text: places === 0 ? cell : scaleAmount(cell, places) };
  switch (cell.type) {
    case 'number':
      return printNumber(cell, isMoney, places);
    case 'date':
      return printDate(cell);
    case 'boolean':
      return { text: cell.value ? 'TRUE' : 'FALSE' };
    case 'error':
      return null;
  }
}

function printNumber({ value, look, digits }: NumberCell, isMoney: boolean, places: number): BlockCell {
  if (look === 'percent') {
    const decimal = printDecimal(value * 100);
    return { text: `${comma(decimal)}%`, number: { decimal, format: 'percent', shownDecimals: null } };
  }
  const exact = shiftDecimal(printDecimal(value), places);
  const decimal = isMoney ? roundDecimal(exact, noiseDecimals) : exact;
  return {
    text: /^\d+$/.test(decimal) ? decimal.padStart(digits, '0') : comma(decimal),
    number: { decimal, format: 'number', shownDecimals: null },
  };
}

function printDate({ serial, hasDay, hasTime }: DateCell): BlockCell {
  const day = (readSerialDay(serial) ?? '').split('-').toReversed();
  const text = (hasDay ? day : day.slice(1)).join('.');
  // A time that the cell does not show is not meant: some other program put it there with the day.
  const decimal = printDecimal(hasTime ? serial : Math.floor(serial));
  return {
    text: hasTime ? `${text} ${printTime(serial)}` : text,
    number: { decimal, format: 'date', shownDecimals: null },
  };
}

function comma(decimal: string): string {
  return decimal.replace('.', ',');
}
