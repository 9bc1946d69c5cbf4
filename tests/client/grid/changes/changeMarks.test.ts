import { expect, test } from 'vitest';
import { buildChangeMarks, readChangeMark } from '#client/grid/changes/ChangeMarks.ts';
import type { ChangedSheet } from '#client/grid/changes/useSheetChanges.ts';
import { must } from '#shared/must.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const organisation = must(buildReportStructure().organisations[0], 'an organisation');
const lastChange = { at: '2021-01-15T10:00:00.000Z', author: { kind: 'server' as const } };
const [changed, added, removed] = ['e1', 'e2', 'e3'].map((id) => buildExpenditure(id, {}, organisation.id));

function buildSheet(): ChangedSheet {
  const base = { table: 'expenditure' as const, lastChange };
  const cell = { field: 'actualMinor', before: 100, after: 200, lastChange };
  return {
    organisation,
    error: null,
    rows: [
      { ...base, rowId: must(changed, 'a row').id, kind: 'changed', cells: [cell] },
      { ...base, rowId: must(added, 'a row').id, kind: 'added', cells: [{ ...cell, before: null }] },
      { ...base, rowId: must(removed, 'a row').id, kind: 'removed', cells: [{ ...cell, after: null }] },
    ],
  };
}

test('CTL-20 a cell that changed since acceptance is marked with what it was, a row that came as a whole, and no other', () => {
  const marks = buildChangeMarks([buildSheet(), { organisation, rows: null, error: null }], {
    cell: (field, before) => `${field}: ${String(before)}`,
    addedRow: 'added',
  });
  const read = (row: typeof changed, column: string) => readChangeMark(marks, must(row, 'a row'), column);
  expect(read(changed, 'actualMinor')).toBe('actualMinor: 100');
  expect(read(changed, 'plannedMinor')).toBeNull();
  expect(read(changed, 'number')).toBeNull();
  expect(read(added, 'number')).toBe('added');
  expect(read(added, 'actualMinor')).toBeNull();
  expect(read(removed, 'actualMinor')).toBeNull();
  expect(marks.size).toBe(2);
});
