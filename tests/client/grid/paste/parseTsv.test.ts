import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTsv } from '#client/grid/paste/parseTsv.ts';

/** As Excel and LibreOffice write the clipboard. */
function writeTsv(block: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return block.map((row) => `${row.map(quote).join('\t')}\r\n`).join('');
}

test('GRD-6 every block a spreadsheet writes is read back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('а', 'б', '1', ',', '"', '\t', '\n', ' '), maxLength: 8 });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});

test('GRD-6 a quote that nothing closes is a letter', () => {
  expect(parseTsv('"Віза\t15" труба')).toEqual([['"Віза', '15" труба']]);
});
