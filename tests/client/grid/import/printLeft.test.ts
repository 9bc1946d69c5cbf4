import { expect, test } from 'vitest';
import { findFieldSpec } from '#client/grid/fields.ts';
import { printLeft } from '#client/grid/import/dialog/preview/printLeft.ts';
import { must } from '#shared/must.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';

const print = (text: string, field: Field) =>
  printLeft({ text }, must(findFieldSpec('expenditure', field), field), (quoted) => `«${quoted}»`);

test.each([
  ['2700,5', '2\u00A0700,50'],
  ['2700.50', '2\u00A0700,50'],
  ['390023,56', '390\u00A0023,56'],
])('GRD-108 an amount that is not taken is printed as the amounts beside it: %s', (text, printed) => {
  expect(print(text, 'actualMinor')).toBe(printed);
});

test.each(['390,023', '1,2345', '-5', 'сто'])(
  'GRD-108 what can mean no single amount stands as it is in the file: %s',
  (text) => {
    expect(print(text, 'actualMinor')).toBe(`«${text}»`);
  },
);

test('GRD-108 a text of any other column stands as it is in the file', () => {
  expect(print('2700,5', 'note')).toBe('«2700,5»');
});
