import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { OrganisationId, RowId } from '#shared/model/ids.ts';
import type { ActivityRow } from '#shared/model/rows.ts';
import { observeRowChanges } from '#shared/sheet/observeRowChanges.ts';
import { readClock, readStandingRows } from '#shared/sheet/readStandingRows.ts';
import {
  deleteRow,
  insertRow,
  observeSheet,
  readSheet,
  readSheetRow,
  type SheetChange,
  setCell,
  setCells,
} from '#shared/sheet/sheetDocument.ts';
import { readStoredRow, restoreStoredRow } from '#shared/sheet/storedRow.ts';
import { buildCanonicalSheet } from '#shared/submission/canonicalSheet.ts';
import { compareSheetRows } from '#shared/submission/compareSheetRows.ts';

const organisation = OrganisationId.parse('o1');
const id = (text: string) => RowId.parse(text);

function buildDoc(): Y.Doc {
  const doc = new Y.Doc();
  insertRow(doc, {
    id: id('r1'),
    kind: 'activity',
    order: 'a1',
    values: { content: 'Нарада', 'x:money:c1': 1250 },
  });
  return doc;
}

const read = (doc: Y.Doc) => readSheet(doc, organisation)[0] as ActivityRow;

describe('added columns in a sheet', () => {
  it('COL-4 an added value stands in the row or over it, and two people keep theirs', () => {
    const doc = buildDoc();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    setCell(doc, id('r1'), 'x:money:c1', 90_00);
    setCell(other, id('r1'), 'x:choice:c2', 'Так');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(read(doc).values).toMatchObject({ content: 'Нарада', 'x:money:c1': 90_00, 'x:choice:c2': 'Так' });
    expect(readSheetRow(doc, organisation, id('r1'))).toEqual(read(doc));
    setCell(doc, id('r1'), 'x:choice:c2', null);
    expect(Object.keys(read(doc).values)).not.toContain('x:choice:c2');
  });

  it('COL-4 a value of another kind is not written', () => {
    const doc = buildDoc();
    expect(() => setCell(doc, id('r1'), 'x:money:c1', 1.5)).toThrow(RangeError);
    expect(() => setCell(doc, id('r1'), 'x:date:c3', 'учора')).toThrow(RangeError);
    expect(() => setCell(doc, id('r1'), 'x:number:c3', '5')).toThrow(RangeError);
    expect(setCells(doc, [{ rowId: id('r1'), field: 'x:money:c1', value: 1250 }])).toBe(0);
  });

  it('COL-15 what others have written of another kind is flagged and stays, and no name crashes anything', () => {
    const doc = buildDoc();
    const cells = doc.getMap<unknown>('cells');
    const stored = {
      'r1/x:money:c1': '12,50',
      'r1/x:number:c2': { a: 1 },
      'r1/x:date:c3': ['x'],
      'r1/x:text:c4': 5n,
      'r1/x:choice:c5': true,
      'r1/x:other:c6': 'невідомий вид',
      'r1/x:text:__proto__': 'ні',
      'gone/x:text:c4': 'рядка немає',
    };
    for (const [key, value] of Object.entries(stored)) cells.set(key, value);
    expect(read(doc).values).toEqual({ ...read(buildDoc()).values, 'x:money:c1': undefined });
    expect(read(doc).flaws).toEqual({
      'x:money:c1': { code: 'wrong-type', raw: '12,50' },
      'x:number:c2': { code: 'wrong-type', raw: '{"a":1}' },
      'x:date:c3': { code: 'wrong-type', raw: '["x"]' },
      'x:text:c4': { code: 'wrong-type', raw: '5' },
      'x:choice:c5': { code: 'wrong-type', raw: 'true' },
    });
    expect(cells.get('r1/x:other:c6')).toBe('невідомий вид');
  });

  it('COL-16 a change of an added cell is told like any other, and a row that goes takes it along', () => {
    const doc = buildDoc();
    const seen: SheetChange[] = [];
    const history: unknown[] = [];
    observeSheet(doc, organisation, (changes) => seen.push(...changes));
    observeRowChanges(doc, (changes) =>
      history.push(...changes.map(({ field, before, after }) => ({ field, before, after }))),
    );
    const clock = readClock(doc, doc.clientID);
    setCell(doc, id('r1'), 'x:number:c2', 2.5);
    expect(seen.at(-1)?.row?.values).toMatchObject({ 'x:number:c2': 2.5 });
    const stretch = { clientId: doc.clientID, from: clock, to: readClock(doc, doc.clientID) };
    expect(readStandingRows(doc, stretch)).toEqual(new Set(['r1']));
    const kept = readStoredRow(doc, id('r1'));
    deleteRow(doc, id('r1'));
    expect([...doc.getMap('cells').keys()]).toEqual([]);
    if (kept === null) throw new Error('the row was there');
    doc.transact(() => expect(restoreStoredRow(doc, id('r1'), kept)).toBe(true));
    const whole = {
      v: 1,
      kind: 'activity',
      order: 'a1',
      content: 'Нарада',
      'x:money:c1': 1250,
      'x:number:c2': 2.5,
    };
    expect(read(doc).values).toMatchObject({ 'x:money:c1': 1250, 'x:number:c2': 2.5 });
    expect(history).toEqual([
      { field: 'x:number:c2', before: null, after: 2.5 },
      { field: null, before: whole, after: null },
      { field: null, before: null, after: whole },
    ]);
  });

  it('COL-16 a cell that was written and whose row was deleted in one transaction leaves nothing', () => {
    const doc = buildDoc();
    doc.transact(() => {
      setCell(doc, id('r1'), 'x:text:c9', 'щойно');
      deleteRow(doc, id('r1'));
    });
    expect([...doc.getMap('cells').keys()]).toEqual([]);
  });

  it('COL-6 a sheet without added values has the content it always had; with them it has another', () => {
    const doc = new Y.Doc();
    insertRow(doc, {
      id: id('r1'),
      kind: 'activity',
      order: 'a1',
      values: { content: 'Нарада', quantity: 2 },
    });
    const plain = readSheet(doc, organisation);
    expect(buildCanonicalSheet(plain)).toBe(
      'zvit-sheet-1\n["activity","r1",{"content":"Нарада","quantity":2}]\n',
    );
    setCell(doc, id('r1'), 'x:money:c1', 100);
    const filled = readSheet(doc, organisation);
    expect(buildCanonicalSheet(filled)).toBe(
      'zvit-sheet-1\n["activity","r1",{"content":"Нарада","quantity":2,"x:money:c1":100}]\n',
    );
    expect(compareSheetRows(plain, filled)).toEqual([
      {
        table: 'activity',
        rowId: 'r1',
        kind: 'changed',
        cells: [{ field: 'x:money:c1', before: null, after: 100 }],
      },
    ]);
    setCell(doc, id('r1'), 'x:money:c1', null);
    expect(buildCanonicalSheet(readSheet(doc, organisation))).toBe(buildCanonicalSheet(plain));
  });
});
