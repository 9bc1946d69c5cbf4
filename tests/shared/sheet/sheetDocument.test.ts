import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import type { ActivityRow, Row } from '#shared/model/rows.ts';
import { orderBetween, ordersBetween } from '#shared/sheet/order.ts';
import {
  deleteRow,
  insertRow,
  insertRows,
  moveRow,
  observeSheet,
  readSheet,
  readSheetRow,
  type SheetChange,
  setCell,
  setCells,
} from '#shared/sheet/sheetDocument.ts';

const organisation = OrganisationId.parse('pokrovskyi');
const direction = DirectionId.parse('d1');
const id = (text: string) => RowId.parse(text);

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

function twoReplicas(): [Y.Doc, Y.Doc] {
  const a = new Y.Doc();
  const b = new Y.Doc();
  insertRow(a, {
    id: id('r1'),
    kind: 'expenditure',
    order: orderBetween(null, null),
    values: { measure: 'Квіти' },
  });
  sync(a, b);
  return [a, b];
}

describe('sheet encoding', () => {
  it('DOC-1 reads back what was put in, in order, with empty cells as null', () => {
    const doc = new Y.Doc();
    const [first, second] = ordersBetween(null, null, 2);
    insertRows(doc, [
      { id: id('b'), kind: 'activity', order: second ?? '', values: { content: 'Друге' } },
      {
        id: id('a'),
        kind: 'activity',
        order: first ?? '',
        values: { content: 'Перше', directionId: direction, quantity: 13 },
      },
    ]);
    const rows = readSheet(doc, organisation) as ActivityRow[];
    expect(rows.map((row) => row.values.content)).toEqual(['Перше', 'Друге']);
    expect(rows[0]).toMatchObject({
      organisationId: organisation,
      values: { directionId: 'd1', quantity: 13, note: null },
    });
    expect(rows[0]?.flaws).toEqual({});
  });

  it('DOC-2 two people who edit two cells of one row both keep their work', () => {
    const [a, b] = twoReplicas();
    setCell(a, id('r1'), 'plannedMinor', 100_00);
    setCell(b, id('r1'), 'actualMinor', 99_99);
    sync(a, b);
    for (const doc of [a, b]) {
      expect(readSheet(doc, organisation)[0]?.values).toMatchObject({
        plannedMinor: 10_000,
        actualMinor: 9_999,
        measure: 'Квіти',
      });
    }
  });

  it('DOC-3 a deleted row stays deleted when somebody edits it at the same time', () => {
    const [a, b] = twoReplicas();
    deleteRow(a, id('r1'));
    setCell(b, id('r1'), 'actualMinor', 5);
    sync(a, b);
    expect(readSheet(a, organisation)).toEqual([]);
    expect(readSheet(b, organisation)).toEqual([]);
    expect(readSheetRow(b, organisation, id('r1'))).toBeNull();
  });

  it('DOC-3 deleting leaves no key behind, so the id can be used again with clean cells', () => {
    const doc = new Y.Doc();
    insertRow(doc, { id: id('r1'), kind: 'activity', order: 'a0', values: {} });
    setCells(doc, [
      { rowId: id('r1'), field: 'content', value: 'до' },
      { rowId: id('r1'), field: 'quantity', value: 4 },
    ]);
    deleteRow(doc, id('r1'));
    expect(doc.getMap('cells').size).toBe(0);
    insertRow(doc, { id: id('r1'), kind: 'activity', order: 'a0', values: { content: 'після' } });
    expect(readSheet(doc, organisation)[0]?.values).toMatchObject({ content: 'після', quantity: null });
  });

  it.each<[string, unknown, string]>([
    ['a number in a text', 12, '12'],
    ['an object', { evil: true }, '{"evil":true}'],
    ['a text beyond the limit', 'ї'.repeat(20_000), 'ї'],
    ['a bigint', 12n, '12'],
  ])('DOC-4 %s becomes a flagged empty cell, not a crash and not a drop', (_name, value, raw) => {
    const doc = new Y.Doc();
    doc.getMap('rows').set('r1', { v: 1, kind: 'activity', order: 'a0', content: value, quantity: 3 });
    const [row] = readSheet(doc, organisation) as ActivityRow[];
    expect(row?.values).toMatchObject({ content: null, quantity: 3 });
    expect(row?.flaws.content?.code).toBe('wrong-type');
    expect(row?.flaws.content?.raw.startsWith(raw)).toBe(true);
    expect(row?.flaws.content?.raw.length).toBeLessThanOrEqual(200);
  });

  it.each<[string, unknown]>([
    ['a negative amount', -1],
    ['a fraction of a kopiyka', 1.5],
    ['an amount as text', '390023.56'],
    ['an amount past the bound', 1e15],
  ])('DOC-4 %s never counts as money', (_name, value) => {
    const doc = new Y.Doc();
    doc.getMap('rows').set('r1', { v: 1, kind: 'expenditure', order: 'a0' });
    doc.getMap('cells').set('r1/actualMinor', value);
    const [row] = readSheet(doc, organisation);
    expect(row?.values).toMatchObject({ actualMinor: null });
    expect(row?.flaws).toMatchObject({ actualMinor: { code: 'wrong-type', raw: String(value) } });
  });

  it('DOC-5 a row of a newer version keeps what this version understands and flags the rest as newer', () => {
    const doc = new Y.Doc();
    doc.getMap('rows').set('r1', {
      v: 2,
      kind: 'expenditure',
      order: 'a0',
      measure: 'Квіти',
      fund: 'lottery',
      colour: 'red',
    });
    const [row] = readSheet(doc, organisation);
    expect(row?.values).toMatchObject({ measure: 'Квіти', fund: null });
    expect(row?.flaws).toEqual({ fund: { code: 'newer-version', raw: 'lottery' } });
  });

  it.each<[string, unknown]>([
    ['a kind nobody knows', { v: 9, kind: 'transfer', order: 'a0' }],
    ['a number', 7],
    ['an array', [1, 2]],
    ['null', null],
    ['bytes', new Uint8Array([1])],
  ])('DOC-6 a row that is %s is shown as one flagged row', (_name, value) => {
    const doc = new Y.Doc();
    doc.getMap('rows').set('r1', value);
    const [row] = readSheet(doc, organisation) as ActivityRow[];
    expect(row?.kind).toBe('activity');
    expect(row?.flaws.content).toBeDefined();
  });

  it('DOC-6 a nested shared type in place of a row is shown as one flagged row', () => {
    const doc = new Y.Doc();
    doc.getMap('rows').set('r1', new Y.Map([['kind', 'activity']]));
    const [row] = readSheet(doc, organisation) as ActivityRow[];
    expect(row?.flaws.content).toBeDefined();
  });

  it('DOC-7 an order nobody can use puts the row last and breaks no insertion', () => {
    const doc = new Y.Doc();
    insertRow(doc, { id: id('good'), kind: 'activity', order: 'a0', values: {} });
    doc.getMap('rows').set('bad', { v: 1, kind: 'activity', order: 'не порядок' });
    const rows = readSheet(doc, organisation);
    expect(rows.map((row) => row.id)).toEqual(['good', 'bad']);
    const last = rows.at(-1)?.order ?? null;
    expect(() => orderBetween(rows[0]?.order ?? null, last)).not.toThrow();
    expect(() => orderBetween(last, null)).not.toThrow();
  });

  it('DOC-7 rows inserted at one place at once stand in the same order for everybody', () => {
    const [a, b] = twoReplicas();
    insertRow(a, { id: id('x'), kind: 'activity', order: orderBetween('a0', null), values: {} });
    insertRow(b, { id: id('w'), kind: 'activity', order: orderBetween('a0', null), values: {} });
    sync(a, b);
    const ids = (doc: Y.Doc) => readSheet(doc, organisation).map((row) => row.id);
    expect(ids(a)).toEqual(['r1', 'w', 'x']);
    expect(ids(b)).toEqual(ids(a));
  });

  it('DOC-8 tells each changed row once per transaction, with what it is now', () => {
    const doc = new Y.Doc();
    const seen: { changes: SheetChange[]; origin: unknown }[] = [];
    const stop = observeSheet(doc, organisation, (changes, origin) => seen.push({ changes, origin }));
    doc.transact(() => {
      insertRow(doc, { id: id('r1'), kind: 'activity', order: 'a0', values: { content: 'а' } });
      setCell(doc, id('r1'), 'quantity', 5);
      insertRow(doc, { id: id('r2'), kind: 'activity', order: 'a1', values: {} });
    }, 'mine');
    deleteRow(doc, id('r2'));
    stop();
    setCell(doc, id('r1'), 'quantity', 6);
    expect(seen).toHaveLength(2);
    expect(seen[0]?.origin).toBe('mine');
    expect(seen[0]?.changes.map(({ rowId, row }) => [rowId, row?.values])).toMatchObject([
      ['r1', { content: 'а', quantity: 5 }],
      ['r2', { content: null }],
    ]);
    expect(seen[1]?.changes).toEqual([{ rowId: 'r2', row: null }]);
  });

  it('DOC-9 writes nothing where the value is already so, and only what the field takes', () => {
    const doc = new Y.Doc();
    insertRow(doc, { id: id('r1'), kind: 'expenditure', order: 'a0', values: { actualMinor: 5 } });
    expect(setCells(doc, [{ rowId: id('r1'), field: 'actualMinor', value: 5 }])).toBe(0);
    expect(setCells(doc, [{ rowId: id('r1'), field: 'note', value: null }])).toBe(0);
    expect(setCells(doc, [{ rowId: id('gone'), field: 'note', value: 'x' }])).toBe(0);
    expect(() => setCell(doc, id('r1'), 'actualMinor', 1.5)).toThrow(RangeError);
    expect(() => setCell(doc, id('r1'), 'content', 'a field of the other table')).toThrow(RangeError);
    expect(readSheet(doc, organisation)[0]?.values).toMatchObject({ actualMinor: 5 });
  });

  it('DOC-10 moving a row changes its place and nothing else', () => {
    const doc = new Y.Doc();
    insertRows(doc, [
      { id: id('a'), kind: 'activity', order: 'a0', values: { content: 'а' } },
      { id: id('b'), kind: 'activity', order: 'a1', values: { content: 'б' } },
    ]);
    moveRow(doc, id('a'), orderBetween('a1', null));
    expect(readSheet(doc, organisation).map((row: Row) => row.id)).toEqual(['b', 'a']);
    expect(readSheetRow(doc, organisation, id('a'))?.values).toMatchObject({ content: 'а' });
  });
});
