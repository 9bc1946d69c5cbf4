import { expect, test } from 'vitest';
import { selectWritten } from '#client/grid/paste/selectWritten.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { OrganisationId, RowId } from '#shared/model/ids.ts';

const organisationId = OrganisationId.parse('o1');

test('GRD-46 what was written is selected, and nothing between it', () => {
  const set = (row: string, field: 'note' | 'fund'): ReportEdit => ({
    kind: 'set',
    organisationId,
    rowId: RowId.parse(row),
    field,
    value: 'x',
  });
  const added: ReportEdit = {
    kind: 'insert',
    organisationId,
    row: { kind: 'expenditure', id: RowId.parse('r9'), order: 'a', values: { kekv: '2210', measure: null } },
  };
  const selected: [ReadonlySet<string>, ReadonlySet<string>][] = [];
  const grid = {
    selectCells(rows: ReadonlySet<string>, columns: ReadonlySet<string>) {
      selected.push([rows, columns]);
      return true;
    },
  };
  selectWritten(grid, [set('r1', 'note'), set('r3', 'fund'), added]);
  expect(selected).toEqual([[new Set(['o1/r1', 'o1/r3', 'o1/r9']), new Set(['note', 'fund', 'kekv'])]]);
});
