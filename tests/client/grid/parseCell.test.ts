import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCellTexts } from '#client/grid/CellTexts.ts';
import { fieldSpecs } from '#client/grid/fields.ts';
import { parseCell } from '#client/grid/parseCell.ts';
import { readCellValue } from '#client/grid/readCell.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { anyRow } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const texts = createCellTexts(structure, 'uk', (_field, value) => value);

function specOf(table: TableKind, field: Field) {
  return must(
    fieldSpecs[table].find((spec) => spec.field === field),
    field,
  );
}

function parse(table: TableKind, field: Field, text: string) {
  return parseCell(text, specOf(table, field), { table, reportYear: 2020, columnTitle: 'Стовпець' });
}

test('GRD-1 an ambiguous amount is refused with both readings to choose from', () => {
  const parsed = parse('expenditure', 'actualMinor', '390,023');
  expect(parsed).toMatchObject({ ok: false, choices: ['390\u00A0023,00', '390,02'] });
  expect(parsed.ok ? null : parsed.error.code).toBe('money.ambiguous');
});

test.each<[TableKind, Field, string, string]>([
  ['expenditure', 'plannedMinor', '-5', 'money.negative'],
  ['expenditure', 'plannedMinor', 'багато', 'money.not-a-number'],
  ['activity', 'period', '31.02.2020', 'date.no-such-day'],
  ['activity', 'period', 'колись', 'date.not-a-date'],
  ['activity', 'quantity', '2,5', 'cell.refused'],
  ['activity', 'quantity', '-1', 'cell.refused'],
  ['activity', 'quantity', '99999999999', 'cell.refused'],
  ['activity', 'link', 'javascript:alert(1)', 'cell.refused'],
  ['activity', 'content', 'я'.repeat(10_001), 'cell.refused'],
])('GRD-1 %s.%s refuses «%s»', (table, field, text, code) => {
  const parsed = parse(table, field, text);
  expect(parsed.ok ? null : parsed.error.code).toBe(code);
});

test.each<[TableKind, Field, string, string | number | null]>([
  ['expenditure', 'plannedMinor', '390 023,56', 39_002_356],
  ['activity', 'quantity', '1 717', 1717],
  ['activity', 'quantity', '  ', null],
  ['activity', 'period', '19.08', '2020-08-19'],
  ['activity', 'link', 'kr.gov.ua/ua/news', 'https://kr.gov.ua/ua/news'],
  ['activity', 'content', 'рядок\r\nще рядок  ', 'рядок\nще рядок'],
  ['expenditure', 'kpkvk', ' 0210180 ', '0210180'],
])('%s.%s takes «%s»', (table, field, text, value) => {
  expect(parse(table, field, text)).toEqual({ ok: true, value });
});

test('GRD-2 what a cell shows is accepted again as it stands in the editor', () => {
  fc.assert(
    fc.property(anyRow, (row: Row) => {
      for (const spec of fieldSpecs[row.kind]) {
        const value = readCellValue(row, spec.field);
        if (spec.kind === 'choice' || value === null) continue;
        const parsed = parse(row.kind, spec.field, texts.editable(row, spec));
        const trimmed = typeof value === 'string' ? trim(value, spec.kind === 'long') : value;
        expect(parsed).toEqual({ ok: true, value: trimmed });
      }
    }),
  );

  function trim(value: string, isLong: boolean): string | null {
    if (value.trim() === '') return null;
    return isLong ? value.trimEnd() : value.trim();
  }
});

test('GRD-8 search finds amounts with ordinary spaces and words in either case', () => {
  const row = buildActivity('r1', {
    content: 'Сесія Міської ради',
    quantity: 12_345,
    period: '2020-03-01/2020-03-31',
  });
  const text = texts.searchable(row);
  for (const wanted of ['12 345', 'сесія міської', 'березень 2020', 'o1']) expect(text).toContain(wanted);
});

test('a cell that could not be read shows what is stored', () => {
  const row = {
    ...buildActivity('r1'),
    flaws: { quantity: { code: 'wrong-type' as const, raw: '"багато"' } },
  };
  expect(texts.cell(row, specOf('activity', 'quantity'))).toBe('"багато"');
});
