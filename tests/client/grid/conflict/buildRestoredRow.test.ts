import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { buildRestoredRow } from '#client/grid/conflict/buildRestoredRow.ts';
import { insertRow, readSheet } from '#shared/sheet/sheetDocument.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

test('GRD-102 a restored row is the row as it last was, with the change, at its place', () => {
  for (const row of [
    { ...buildActivity('a1', { content: 'зміст', quantity: 3 }), order: 'a5' },
    { ...buildExpenditure('e1', { note: 'зміст', actualMinor: 3 }), order: 'a7' },
  ]) {
    const doc = new Y.Doc();
    insertRow(doc, buildRestoredRow(row, [{ field: 'note', value: 'чернетка' }]));
    expect(readSheet(doc, row.organisationId)).toEqual([
      { ...row, values: { ...row.values, note: 'чернетка' } },
    ]);
  }
});

test('GRD-102 a change that its field does not take is refused, and nothing is put in', () => {
  const row = buildExpenditure('e1');
  expect(() => buildRestoredRow(row, [{ field: 'actualMinor', value: 'багато' }])).toThrow();
});
