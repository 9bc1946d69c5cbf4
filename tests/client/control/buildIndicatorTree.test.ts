import { expect, test } from 'vitest';
import { buildIndicatorTree } from '#client/control/buildIndicatorTree.ts';
import { DirectionId, IndicatorId } from '#shared/model/ids.ts';
import type { Indicator } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const template = must(structure.indicators[0], 'an indicator');

function buildIndicator(id: string, partOf: string | null, directionId = 'd1'): Indicator {
  return {
    ...template,
    id: IndicatorId.parse(id),
    key: id,
    directionId: DirectionId.parse(directionId),
    partOf: partOf === null ? null : IndicatorId.parse(partOf),
  };
}

function readLines(indicators: Indicator[]) {
  const tree = buildIndicatorTree(
    { ...structure, indicators },
    computeTotals({ ...structure, indicators }, []),
  );
  return tree.map(({ lines }) => lines.map(({ indicator, depth }) => `${depth}:${indicator.id}`));
}

test('CTL-4 a part stands right after its whole, however deep and in whatever order they are given', () => {
  const indicators = [
    buildIndicator('part', 'whole'),
    buildIndicator('other', null),
    buildIndicator('whole', null),
    buildIndicator('part-of-part', 'part'),
    buildIndicator('second-part', 'whole'),
  ];
  expect(readLines(indicators)[0]).toEqual([
    '0:other',
    '0:whole',
    '1:part',
    '2:part-of-part',
    '1:second-part',
  ]);
});

test('CTL-4 a circle, a missing whole and a whole elsewhere lose no indicator', () => {
  const indicators = [
    buildIndicator('a', 'b'),
    buildIndicator('b', 'a'),
    buildIndicator('self', 'self'),
    buildIndicator('orphan', 'gone'),
    buildIndicator('far-part', 'far-whole'),
    buildIndicator('far-whole', null, 'd2'),
  ];
  const [first = [], second = []] = readLines(indicators);
  expect(first.toSorted()).toEqual(['0:a', '0:far-part', '0:orphan', '0:self', '1:b']);
  expect(second).toEqual(['0:far-whole']);
});

test('CTL-4 a line has the value, and the organisations it comes from in the order of the report', () => {
  const indicatorId = IndicatorId.parse('sum');
  const rows = [
    buildActivity('a', { indicatorId, quantity: 5 }, 'o3'),
    buildActivity('b', { indicatorId, quantity: 7 }, 'o1'),
    buildActivity('c', { indicatorId, quantity: 1 }, 'o1'),
  ];
  const line = buildIndicatorTree(structure, computeTotals(structure, rows))[0]?.lines[0];
  expect(line).toMatchObject({ value: 13, rowCount: 3 });
  expect(line?.shares.map(({ organisation, value }) => [organisation.id, value])).toEqual([
    ['o1', 8],
    ['o3', 5],
  ]);
});
