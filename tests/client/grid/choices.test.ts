import { expect, test } from 'vitest';
import { buildCellChanges, buildChoices } from '#client/grid/choices.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const d2 = DirectionId.parse('d2');
const sum = IndicatorId.parse('sum');

test("indicators are those of the row's direction; without one, all of them under their directions", () => {
  const label = (_field: string, value: string) => value;
  const own = buildChoices(buildActivity('r1', { directionId: d1 }), 'indicatorId', structure, label);
  expect(own.map(({ group }) => group)).toEqual(own.map(() => undefined));
  const all = buildChoices(buildActivity('r1'), 'indicatorId', structure, label);
  expect(all).toHaveLength(structure.indicators.length);
  expect(all.every(({ group }) => group === '1. Напрям 1')).toBe(true);
});

test('GRD-7 an indicator brings its direction to a row that has none', () => {
  const changes = buildCellChanges(buildActivity('r1'), 'indicatorId', sum, structure);
  expect(changes.map(({ field, value }) => [field, value])).toEqual([
    ['indicatorId', 'sum'],
    ['directionId', 'd1'],
  ]);
});

test('GRD-7 another direction takes away an indicator of the one before', () => {
  const row = buildActivity('r1', { directionId: d1, indicatorId: sum });
  const changes = buildCellChanges(row, 'directionId', d2, structure);
  expect(changes.map(({ field, value }) => [field, value])).toEqual([
    ['directionId', 'd2'],
    ['indicatorId', null],
  ]);
  expect(buildCellChanges(row, 'directionId', d1, structure)).toHaveLength(1);
});
