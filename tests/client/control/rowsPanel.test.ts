import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRowGroups } from '#client/control/rows/buildRowGroups.ts';
import { doorKey } from '#client/control/rows/Door.ts';
import { describeFigure, readFigureSelection } from '#client/control/rows/describeFigure.ts';
import { describeSelection } from '#client/control/rows/describeSelection.ts';
import { printSelectionValue } from '#client/control/rows/printSelectionValue.ts';
import { readMoneySums } from '#client/control/rows/readMoneySums.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const directionId = DirectionId.parse('d1');
const organisationId = OrganisationId.parse('o1');
const sum = IndicatorId.parse('sum');
const latest = IndicatorId.parse('latest');

const rows = [
  buildExpenditure('e2', { directionId, actualMinor: 20_00 }, 'o2'),
  buildExpenditure('e1', { directionId, actualMinor: 10_00 }),
  buildExpenditure('e3', { actualMinor: 5_00 }),
  buildActivity('a1', { directionId, indicatorId: latest, quantity: 30, period: '2020-02-01' }),
  buildActivity('a2', { directionId, indicatorId: latest, quantity: 28, period: '2020-09-01' }, 'o2'),
];
const totals = computeTotals(structure, rows);

function print(selection: TotalSelection): string {
  return printSelectionValue(structure, totals, selectRows(rows, selection, structure), selection);
}

test('CTL-3 the panel prints the number that was opened, a level included', () => {
  expect(print({ measure: 'money' })).toBe('35,00\u00A0грн');
  expect(print({ measure: 'money', directionId })).toBe('30,00\u00A0грн');
  expect(print({ measure: 'money', directionId: null })).toBe('5,00\u00A0грн');
  expect(print({ measure: 'money', directionId, fund: 'general' })).toBe('0,00\u00A0грн');
  expect(print({ measure: 'indicator', indicatorId: latest })).toBe('28 заходів');
  expect(print({ measure: 'indicator', indicatorId: latest, organisationId })).toBe('30 заходів');
  expect(print({ measure: 'indicator', indicatorId: sum })).toBe('0 заходів');
  expect(print({ measure: 'activities', directionId })).toBe('2');
});

test('CTL-3 the sums of a selection are those of its rows, wherever the totals keep them', () => {
  fc.assert(
    fc.property(anyRows, (someRows) => {
      const someTotals = computeTotals(structure, someRows);
      const directions = [undefined, null, ...structure.directions.map(({ id }) => id)];
      const organisations = [undefined, ...structure.organisations.map(({ id }) => id)];
      const selections: TotalSelection[] = [
        ...directions.flatMap((direction) =>
          organisations.map(
            (organisation): TotalSelection => ({
              measure: 'money',
              ...(direction !== undefined && { directionId: direction }),
              ...(organisation !== undefined && { organisationId: organisation }),
            }),
          ),
        ),
        { measure: 'money', fund: 'general' },
        { measure: 'money', kpkvk: '0210180' },
        { measure: 'money', kekv: '2240' },
      ];
      for (const selection of selections) {
        const counted = computeTotals(structure, selectRows(someRows, selection, structure)).grand;
        expect(readMoneySums(someTotals, selection)).toEqual(counted);
      }
    }),
  );
  expect(readMoneySums(totals, { measure: 'money', fund: 'general', kekv: '2240' })).toBeNull();
  expect(readMoneySums(totals, { measure: 'activities' })).toBeNull();
});

test('CTL-3 the panel lists rows under organisations in the order of the report, and says how many are left', () => {
  const { groups, left } = buildRowGroups(structure, selectRows(rows, { measure: 'money' }, structure), 2);
  expect(groups.map((group) => [group.name, group.rows.map(({ id }) => id)])).toEqual([
    ['Виконавець o1', ['e1', 'e3']],
  ]);
  expect(left).toBe(1);
});

test('a selection is described by its parts, the most telling first', () => {
  expect(describeSelection(structure, { measure: 'money' })).toEqual([{ kind: 'everything' }]);
  expect(describeSelection(structure, { measure: 'activities' })).toEqual([{ kind: 'every-activity' }]);
  expect(describeSelection(structure, { measure: 'money', directionId: null, fund: 'state' })).toEqual([
    { kind: 'without-direction' },
    { kind: 'fund', fund: 'state' },
  ]);
  expect(
    describeSelection(structure, { measure: 'indicator', indicatorId: sum, organisationId }).map(
      ({ kind }) => kind,
    ),
  ).toEqual(['indicator', 'direction', 'organisation']);
});

test('the same number is the same door; without a direction is not any direction', () => {
  const filter = { directionId };
  expect(doorKey({ measure: 'money', directionId })).toBe(doorKey({ measure: 'money', directionId }));
  expect(doorKey({ measure: 'money', directionId: null })).not.toBe(doorKey({ measure: 'money' }));
  expect(doorKey({ kind: 'percent', filter })).toBe(doorKey({ kind: 'percent', filter }));
  expect(doorKey({ kind: 'percent', filter })).not.toBe(doorKey({ kind: 'percent', filter: {} }));
});

test('a figure of the text says what it counts, and has the grid’s filter where there is one', () => {
  const list = { kind: 'list', of: 'organisations', indicatorId: null, filter: { directionId } } as const;
  const table = { kind: 'table', table: 'activity', filter: { directionId, state: 'done' } } as const;
  const share = { kind: 'percent', filter: { directionId, fund: 'general' } } as const;
  expect(describeFigure(structure, table)).toEqual([
    { kind: 'direction', number: 1, title: 'Напрям 1' },
    { kind: 'state', state: 'done' },
  ]);
  expect(readFigureSelection(table)).toBeNull();
  expect(readFigureSelection(list)).toBeNull();
  expect(readFigureSelection(share)).toEqual({ measure: 'money', directionId, fund: 'general' });
});
