import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { planRestore } from '#client/history/planRestore.ts';
import { SheetHistory } from '#client/sync/history/SheetHistory.ts';
import { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { insertRows, type NewRow, readSheet } from '#shared/sheet/sheetDocument.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const organisationId = OrganisationId.parse('o1');

function fill(rows: readonly Row[]): Y.Doc {
  const doc = new Y.Doc();
  insertRows(
    doc,
    rows.map(({ id, kind, order, values }) => ({ id, kind, order, values }) as NewRow),
  );
  return doc;
}

const ofOneSheet = anyRows.map((rows) =>
  rows
    .filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index)
    .map((row) => ({ ...row, organisationId })),
);

describe('planRestore', () => {
  it('HIS-18 makes a sheet what it was, whatever it is now, as one’s own change that undo takes back', () => {
    fc.assert(
      fc.property(ofOneSheet, ofOneSheet, (past, present) => {
        const doc = fill(present);
        const before = readSheet(doc, organisationId);
        const wanted = readSheet(fill(past), organisationId);
        const { edits, counts } = planRestore(wanted, before);
        const history = new SheetHistory();
        const deeds = history.apply(doc, edits, null);
        expect(readSheet(doc, organisationId)).toEqual(wanted);
        expect(planRestore(wanted, readSheet(doc, organisationId)).edits).toEqual([]);
        expect(before.length + counts.inserted - counts.deleted).toBe(wanted.length);
        history.reverse(doc, deeds.toReversed(), 'undo', null);
        expect(readSheet(doc, organisationId)).toEqual(before);
      }),
    );
  });

  it('HIS-18 a value that could not be read then stays as it is now', () => {
    const id = RowId.parse('r1');
    const now = buildActivity(id, { content: 'слова', quantity: 3 }, organisationId);
    const past = buildActivity(id, { content: 'колишні', quantity: null }, organisationId);
    past.flaws.quantity = { code: 'wrong-type', raw: 'три' };
    expect(planRestore([past], [now]).edits).toEqual([
      { kind: 'set', organisationId, rowId: id, field: 'content', value: 'колишні' },
    ]);
  });
});
