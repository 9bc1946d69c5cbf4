import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { computeMove, type MoveTarget } from '#client/grid/rows/computeMove.ts';
import { planDrop, planStep } from '#client/grid/rows/planMove.ts';
import { OrganisationId, RowId } from '#shared/model/ids.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import { fallbackOrder, ordersBetween } from '#shared/sheet/order.ts';
import { insertRows, moveRows, readSheet } from '#shared/sheet/sheetDocument.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';

const o1 = OrganisationId.parse('o1');
const at = (id: string, order: string): Row => ({ ...buildExpenditure(id), order });
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join('');
const set = (text: string) => new Set([...text].map((id) => RowId.parse(id)));
const before = (id: string): MoveTarget => ({ before: RowId.parse(id) });
const after = (id: string): MoveTarget => ({ after: RowId.parse(id) });

/** The rows as everybody has them afterwards. */
function apply(siblings: readonly Row[], moved: ReadonlySet<RowId>, target: MoveTarget): Row[] {
  const places = new Map(computeMove(siblings, moved, target).map(({ rowId, order }) => [rowId, order]));
  return siblings.map((row) => ({ ...row, order: places.get(row.id) ?? row.order })).sort(compareRows);
}

const abcde = [...'abcde'].map((id, index) => at(id, ordersBetween(null, null, 5)[index] ?? ''));

test.each([
  ['b', before('a'), 'bacde'],
  ['b', after('d'), 'acdbe'],
  ['bd', before('a'), 'bdace'],
  ['ae', after('c'), 'bcaed'],
  ['ac', after('c'), 'bacde'],
  ['bc', after('c'), 'abcde'],
  ['bc', before('b'), 'abcde'],
  ['abcde', after('c'), 'abcde'],
])('GRD-80 %s moves %o', (moved, target, expected) => {
  expect(ids(apply(abcde, set(moved), target))).toBe(expected);
});

test('GRD-80 only what moves is written, and nothing where it stands already', () => {
  expect(computeMove(abcde, set('b'), after('d')).map(({ rowId }) => rowId)).toEqual(['b']);
  expect(computeMove(abcde, set('bc'), before('d'))).toEqual([]);
});

/** Sorted rows, some sharing an index, some with one that cannot be continued. */
const anySiblings = fc
  .array(fc.constantFrom('a0', 'a0', 'a1', 'a1V', 'a2', fallbackOrder, 'not an order!'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((orders) =>
    orders.map((order, index) => at(`r${String(index).padStart(2, '0')}`, order)).sort(compareRows),
  );

test('GRD-80 rows land exactly where they were put, in their order, whatever indexes there are', () => {
  fc.assert(
    fc.property(anySiblings, fc.infiniteStream(fc.nat()), fc.boolean(), (siblings, numbers, isAfter) => {
      const pick = () => siblings[(numbers.next().value ?? 0) % siblings.length] as Row;
      const moved = new Set([pick().id, pick().id]);
      const anchor = pick();
      const target: MoveTarget = isAfter ? { after: anchor.id } : { before: anchor.id };
      const rest = siblings.filter(({ id }) => !moved.has(id));
      const place = siblings.indexOf(anchor) + (isAfter ? 1 : 0);
      const gap = siblings.slice(0, place).filter(({ id }) => !moved.has(id)).length;
      const group = siblings.filter(({ id }) => moved.has(id));
      const wanted = [...rest.slice(0, gap), ...group, ...rest.slice(gap)];
      expect(ids(apply(siblings, moved, target))).toBe(ids(wanted));
    }),
  );
});

test('GRD-80 ten thousand moves into one gap leave indexes that can be continued', () => {
  let rows = abcde;
  for (let count = 0; count < 10_000; count += 1) {
    const mover = rows[count % 2 === 0 ? 0 : 2] as Row;
    rows = apply(rows, new Set([mover.id]), { after: (rows[1] as Row).id });
  }
  expect(Math.max(...rows.map(({ order }) => order.length))).toBeLessThanOrEqual(60);
  expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
});

test('GRD-81 two people who move rows at the same time end in the same order, and lose none', () => {
  const anyMove = fc.record({ moved: fc.nat(4), target: fc.nat(4), isAfter: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 5 }), fc.array(anyMove, { maxLength: 5 }), (mine, theirs) => {
      const one = new Y.Doc();
      insertRows(
        one,
        abcde.map(({ id, order }) => ({ id, kind: 'expenditure', order, values: {} })),
      );
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
      const move = (doc: Y.Doc, { moved, target, isAfter }: (typeof mine)[number]) => {
        const rows = readSheet(doc, o1);
        const [mover, anchor] = [rows[moved] as Row, rows[target] as Row];
        const place: MoveTarget = isAfter ? { after: anchor.id } : { before: anchor.id };
        moveRows(doc, computeMove(rows, new Set([mover.id]), place));
      };
      for (const step of mine) move(one, step);
      for (const step of theirs) move(other, step);
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
      Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
      expect(ids(readSheet(one, o1))).toBe(ids(readSheet(other, o1)));
      expect([...ids(readSheet(one, o1))].sort().join('')).toBe('abcde');
    }),
  );
});

test('GRD-82 rows move among the rows of their organisation that are shown', () => {
  const foreign = { ...at('x', 'a1'), organisationId: OrganisationId.parse('o2') };
  const [a, b, c] = [at('a', 'a0'), at('b', 'a1'), at('c', 'a2')];
  const shown = [a, b, foreign, c];
  expect(planStep(shown, [b], 'down')).toMatchObject({ target: { after: 'c' } });
  expect(planStep(shown, [b, c], 'up')).toMatchObject({ target: { before: 'a' } });
  expect(planStep(shown, [a], 'up')).toEqual({ refusal: 'top' });
  expect(planStep(shown, [b, c], 'down')).toEqual({ refusal: 'bottom' });
  expect(planStep(shown, [b, foreign], 'up')).toEqual({ refusal: 'several' });
  expect(planDrop([a], c, null)).toMatchObject({ target: { after: 'c' } });
  expect(planDrop([a], null, b)).toMatchObject({ target: { before: 'b' } });
  expect(planDrop([a], foreign, c)).toMatchObject({ target: { before: 'c' } });
  expect(planDrop([a], foreign, null)).toEqual({ refusal: 'otherSheet' });
  expect(planDrop([foreign], a, b)).toEqual({ refusal: 'otherSheet' });
});
