import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CutCells } from '#client/grid/clipboard/CutCells.ts';
import { combineRanges } from '#client/grid/clipboard/combineRanges.ts';
import { readCopiedCell } from '#client/grid/clipboard/readCopiedCell.ts';
import { writeHtmlTable } from '#client/grid/clipboard/writeHtmlTable.ts';
import { writeTsv } from '#client/grid/clipboard/writeTsv.ts';
import { parseTsv } from '#client/grid/paste/parseTsv.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { texts } from '../paste/planSupport.ts';

test('GRD-27 any table of texts is read back as the same table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('а', 'ї', '1', ',', '"', '\t', '\n', ' ', '=', '😀', 'ש', "'"),
    maxLength: 8,
  });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
    // A table of one empty cell is nothing on a clipboard.
    .filter((lines) => lines.at(-1)?.join('') !== '');
  fc.assert(
    fc.property(table, (lines) => {
      expect(parseTsv(writeTsv(lines))).toEqual(lines);
    }),
  );
});

test('GRD-27 amounts leave as plain numbers, codes and formulas as the texts they are', () => {
  const row = buildExpenditure('r1', {
    measure: '=HYPERLINK("http://x")',
    kpkvk: '0210180',
    plannedMinor: 39_002_356,
    actualMinor: 100,
    note: 'Рядок <один>\nрядок "два"',
  });
  const columns = ['measure', 'kpkvk', 'plannedMinor', 'deviation', 'note'];
  const cells = columns.map((column) => readCopiedCell(row, column, texts));
  expect(cells.map(({ text }) => text)).toEqual([
    '=HYPERLINK("http://x")',
    '0210180',
    '390023,56',
    '-390022,56',
    'Рядок <один>\nрядок "два"',
  ]);
  const html = writeHtmlTable([cells]);
  expect(html).toContain('<td class=t x:str sdnum="1058;0;@"');
  expect(html).toContain('>0210180</td>');
  expect(html).toContain('x:num="390023.56" sdval="390023.56"');
  expect(html).toContain('>=HYPERLINK(&quot;http://x&quot;)</td>');
  expect(html).toContain('Рядок &lt;один&gt;<br>рядок &quot;два&quot;');
});

test('GRD-27 a day leaves as a date, a span as text, a count as a number', () => {
  const day = buildActivity('a1', { period: '2020-03-01', quantity: 47_580 });
  expect(readCopiedCell(day, 'period', texts)).toEqual({ text: '01.03.2020', decimal: '43891', kind: 'day' });
  expect(readCopiedCell(day, 'quantity', texts)).toEqual({ text: '47580', decimal: '47580', kind: 'count' });
  const month = buildActivity('a2', { period: '2020-03-01/2020-03-31' });
  expect(readCopiedCell(month, 'period', texts).kind).toBe('text');
});

test('GRD-28 several ranges are one table when their rows or their columns are the same', () => {
  const rows = ['r1', 'r2', 'r3'].map((id) => buildExpenditure(id));
  const [first, second, third] = rows as [Row, Row, Row];
  const order = {
    rowIndex: (row: Row) => rows.findIndex(({ id }) => id === row.id),
    columns: ['a', 'b', 'c'],
  };
  expect(
    combineRanges(
      [
        { rows: [third], columns: ['a', 'b'] },
        { rows: [first], columns: ['a', 'b'] },
      ],
      order,
    ),
  ).toEqual({ rows: [first, third], columns: ['a', 'b'] });
  expect(
    combineRanges(
      [
        { rows: [first, second], columns: ['c'] },
        { rows: [first, second], columns: ['a'] },
      ],
      order,
    ),
  ).toEqual({ rows: [first, second], columns: ['a', 'c'] });
  expect(
    combineRanges(
      [
        { rows: [first], columns: ['a'] },
        { rows: [second], columns: ['b'] },
      ],
      order,
    ),
  ).toBeNull();
});

test('GRD-29 what was cut is emptied, save what the paste writes and what somebody changed meanwhile', () => {
  const cutRows = [
    buildExpenditure('r1', { plannedMinor: 1, actualMinor: 2 }),
    buildExpenditure('r2', { plannedMinor: 3, actualMinor: 4 }),
  ];
  const cut = new CutCells(
    { rows: cutRows, columns: ['plannedMinor', 'actualMinor', 'deviation'] },
    '1\r\n2',
  );
  expect(cut.isText('1\n2')).toBe(true);
  expect(cut.isText('1\n3')).toBe(false);
  const now = new Map([
    ['r1', cutRows[0]],
    ['r2', buildExpenditure('r2', { plannedMinor: 3, actualMinor: 99 })],
  ]);
  const [first] = cutRows as [Row];
  const written = [
    { organisationId: first.organisationId, rowId: first.id, field: 'actualMinor' as const, value: 1 },
  ];
  const { changes, changedCount } = cut.buildChanges(written, ({ id }) => now.get(id));
  expect(changes.map(({ rowId, field, value }) => [rowId, field, value])).toEqual([
    ['r1', 'plannedMinor', null],
    ['r2', 'plannedMinor', null],
  ]);
  expect(changedCount).toBe(1);
});
