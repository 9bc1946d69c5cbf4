import { expect, test } from 'vitest';
import { formatCount } from '#shared/language/nouns.ts';
import { tryParseNumber } from '#shared/language/parseNumber.ts';

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.125', 12.125],
  ['-3', -3],
  ['\u22123,5', -3.5],
  ['1 250 000,1', 1_250_000.1],
  ['1\u00A0250', 1_250],
  ['390,023', 390.023],
  ['-0', 0],
  ['0,10', 0.1],
])('COL-9 %s is a number', (text, value) => {
  expect(tryParseNumber(text)).toBe(value);
  expect(tryParseNumber(formatCount(value))).toBe(value);
});

test.each([
  '',
  '1,2345',
  '1,234.5',
  '12 5',
  '1 25',
  '1e5',
  '12 грн',
  '5%',
  '1,',
  ',5',
  '9999999999999',
  'два',
])('COL-9 «%s» is none, and is not guessed', (text) => expect(tryParseNumber(text)).toBeNull());
