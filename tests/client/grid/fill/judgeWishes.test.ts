import { expect, test } from 'vitest';
import { readCopiedCell } from '#client/grid/clipboard/readCopiedCell.ts';
import { describeRefusals, joinNumbers } from '#client/grid/fill/describeRefusals.ts';
import { judgeWishes } from '#client/grid/fill/judgeWishes.ts';
import {
  planDraggedFill,
  planFillDown,
  planFillRight,
  planFillWith,
  planTypedFill,
} from '#client/grid/fill/planFill.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { buildContext, texts } from '../paste/planSupport.ts';

const readText = (row: Row, column: string) => readCopiedCell(row, column, texts).text;
const context = (table: 'activity' | 'expenditure') => ({
  ...buildContext(table),
  organisation: (id: string) => `орг ${id}`,
});
const values = (changes: readonly { rowId: string; field: string; value: unknown }[]) =>
  changes.map(({ rowId, field, value }) => `${rowId}.${field}=${value}`);

const rows = [
  buildExpenditure('r1', { plannedMinor: 100, fund: 'special', measure: 'Друк 1' }),
  buildExpenditure('r2', { plannedMinor: 300, measure: 'Друк 2' }),
  buildExpenditure('r3'),
  buildExpenditure('r4', {}, 'o2'),
];

test('GRD-26 Ctrl+D fills down from the first row, and names the cells of others', () => {
  const wishes = planFillDown({ rows, columns: ['fund', 'organisation', 'plannedMinor'] }, readText);
  const { changes, refused } = judgeWishes(wishes, context('expenditure'));
  expect(values(changes)).toEqual([
    'r2.fund=special',
    'r2.plannedMinor=100',
    'r3.fund=special',
    'r3.plannedMinor=100',
  ]);
  expect(refused.map(({ row, column, error }) => [row.id, column, error.code])).toEqual([
    ['r4', 'fund', 'access.not-your-sheet'],
    ['r4', 'plannedMinor', 'access.not-your-sheet'],
  ]);
});

test('GRD-26 Ctrl+R fills to the right, between columns of one kind by value, elsewhere by what is shown', () => {
  const [first] = rows;
  const range = {
    rows: first === undefined ? [] : [first],
    columns: ['plannedMinor', 'actualMinor', 'note', 'fund'],
  };
  const { changes, refused } = judgeWishes(planFillRight(range, readText), context('expenditure'));
  expect(values(changes)).toEqual(['r1.actualMinor=100', 'r1.note=1,00']);
  expect(refused.map(({ column, error }) => [column, error.code])).toEqual([['fund', 'cell.unknown-choice']]);
});

test('GRD-26 Ctrl+Enter in an editor puts the value into columns of its kind, and what was typed into others', () => {
  const [first, second] = rows as [Row, Row];
  const ranges = [{ rows: [first, second], columns: ['plannedMinor', 'actualMinor', 'note', 'deviation'] }];
  const { changes } = judgeWishes(
    planTypedFill({ row: first, column: 'plannedMinor' }, { value: 700_050, text: '7000,5' }, ranges),
    context('expenditure'),
  );
  const fields = ['plannedMinor=700050', 'actualMinor=700050', 'note=7000,5'];
  expect(values(changes)).toEqual(['r1', 'r2'].flatMap((row) => fields.map((field) => `${row}.${field}`)));
});

test('GRD-26 Ctrl+Enter puts one cell into all that is selected', () => {
  const [first, second, third] = rows as [Row, Row, Row];
  const ranges = [{ rows: [first, second, third], columns: ['measure'] }];
  const { changes } = judgeWishes(
    planFillWith({ row: second, column: 'measure' }, ranges, readText),
    context('expenditure'),
  );
  expect(values(changes)).toEqual(['r1.measure=Друк 2', 'r3.measure=Друк 2']);
});

test('GRD-25 the handle goes on column by column, and what would leave a cell’s bounds is refused', () => {
  const [first, second, third] = rows as [Row, Row, Row];
  const source = { rows: [first, second], columns: ['measure', 'plannedMinor'] };
  const down = planDraggedFill(
    { source, target: { rows: [third] }, isBackward: false, isCopy: false },
    readText,
  );
  expect(values(judgeWishes(down, context('expenditure')).changes)).toEqual([
    'r3.measure=Друк 3',
    'r3.plannedMinor=500',
  ]);
  const up = planDraggedFill(
    { source, target: { rows: [third] }, isBackward: true, isCopy: false },
    readText,
  );
  const { refused } = judgeWishes(up, context('expenditure'));
  expect(refused.map(({ column, error }) => [column, error.code])).toEqual([
    ['plannedMinor', 'cell.refused'],
  ]);
  const copied = planDraggedFill(
    { source, target: { rows: [third] }, isBackward: false, isCopy: true },
    readText,
  );
  expect(values(judgeWishes(copied, context('expenditure')).changes)).toEqual([
    'r3.measure=Друк 1',
    'r3.plannedMinor=100',
  ]);
});

test('GRD-7 a direction filled over an indicator of another one takes it away; an indicator that does not belong is refused', () => {
  const first = buildActivity('a1', {
    directionId: DirectionId.parse('d1'),
    indicatorId: IndicatorId.parse('sum'),
  });
  const other = buildActivity('a2', { directionId: DirectionId.parse('d2'), indicatorId: null });
  const alone = planFillDown({ rows: [first, other], columns: ['indicatorId'] }, readText);
  expect(judgeWishes(alone, context('activity')).refused.map(({ error }) => error.code)).toEqual([
    'cell.other-direction',
  ]);
  const both = planFillDown({ rows: [first, other], columns: ['indicatorId', 'directionId'] }, readText);
  expect(values(judgeWishes(both, context('activity')).changes)).toEqual([
    'a2.directionId=d1',
    'a2.indicatorId=sum',
  ]);
  const back = planFillDown({ rows: [other, first], columns: ['directionId'] }, readText);
  const judged = judgeWishes(back, context('activity'));
  expect(judged.clearedCount).toBe(1);
  expect(values(judged.changes)).toEqual(['a1.directionId=d2', 'a1.indicatorId=null']);
});

test('GRD-26 refused cells are named by reason, rows and columns', () => {
  const wishes = planFillDown({ rows, columns: ['fund', 'plannedMinor'] }, readText);
  const { refused } = judgeWishes(wishes, context('expenditure'));
  const lines = describeRefusals(refused, {
    reason: ({ code }) => code,
    rowNumber: ({ row }) => row.id.slice(1),
    columnTitle: (column) => column,
  });
  expect(lines).toEqual([
    { reason: 'access.not-your-sheet', count: 2, rows: '4', columns: ['fund', 'plannedMinor'] },
  ]);
  expect(joinNumbers([7, 3, 4, 5, 0, 12])).toBe('3–5, 7, 12');
});
