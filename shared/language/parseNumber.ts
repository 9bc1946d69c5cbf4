import { ColumnNumber } from '../model/extraField.ts';

const spaces = /[ \u00A0\u2002-\u200A\u202F\u205F]/g;
const grouped = /^[+\-\u2212]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const plain = /^[+\-\u2212]?\d+(?:[.,]\d+)?$/;

/**
 * Reads a number as people type it: `12,5`, `-3`, `1 250.125`. Thousands are parted by spaces alone, so a
 * comma and a point always begin the fraction, and nothing has two meanings. Null for anything else, and for
 * more than three digits after the mark. Rule COL-9.
 */
export function tryParseNumber(text: string): number | null {
  const trimmed = text.trim().replaceAll(spaces, ' ');
  if (!grouped.test(trimmed) && !plain.test(trimmed)) return null;
  const value = Number(trimmed.replaceAll(' ', '').replace('\u2212', '-').replace(',', '.'));
  // There is one zero.
  return ColumnNumber.safeParse(value).success ? value + 0 : null;
}
