import { expect, test } from 'vitest';
import { findTables } from '#client/control/findTables.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

test('CTL-23 an organisation that has only expenditures is opened in their table', () => {
  const rows = [
    buildExpenditure('e1', {}, 'o1'),
    buildActivity('a1', {}, 'o1'),
    buildExpenditure('e2', {}, 'o1'),
    buildExpenditure('e3', {}, 'o2'),
    buildActivity('a2', {}, 'o3'),
  ];
  const expected = [
    ['o1', 'activity'],
    ['o2', 'expenditure'],
    ['o3', 'activity'],
  ];
  expect([...findTables(rows)]).toEqual(expected);
  expect([...findTables(rows.toReversed())].sort()).toEqual(expected);
});
