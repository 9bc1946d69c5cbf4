import { expect, test } from 'vitest';
import { filterRows, noFilter, readChange } from '#client/compare/filterRows.ts';
import { tryParseSide, writeSide } from '#client/compare/Side.ts';
import { compareReports } from '#shared/compare/compareReports.ts';
import { DirectionId, ReportId } from '#shared/model/ids.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

test('CMP-16 a side stands in the address and is read from it; what is none is not', () => {
  const reportId = ReportId.parse('r_20-20');
  for (const side of [
    { reportId, time: null },
    { reportId, time: 0 },
    { reportId, time: 1_610_000_000_000 },
  ]) {
    expect(tryParseSide(writeSide(side))).toEqual(side);
  }
  for (const text of [
    null,
    '',
    '@',
    'r2020',
    'r2020@',
    'r2020@вчора',
    'r2020@-1',
    'r2020@1@2',
    'a/b@now',
    '@now',
  ]) {
    expect(tryParseSide(text)).toBeNull();
  }
});

test('CMP-16 rows are found by what became of them, table, organisation, and either direction of a row that moved', () => {
  const [d1, d2] = ['d1', 'd2'].map((id) => DirectionId.parse(id));
  const build = (rows: Parameters<typeof buildContent>[1]) =>
    buildReportModel(buildContent(buildReportStructure(), rows));
  const { rows } = compareReports(
    build([
      buildActivity('moved', { directionId: d1 ?? null }, 'o1'),
      buildActivity('gone', { directionId: null }, 'o2'),
    ]),
    build([
      buildActivity('moved', { directionId: d2 ?? null }, 'o1'),
      buildExpenditure('new', { directionId: d2 ?? null }, 'o2'),
    ]),
  );
  const find = (filter: Partial<typeof noFilter>) =>
    filterRows(rows, { ...noFilter, ...filter }).map(readChange);
  expect(find({}).toSorted()).toEqual(['added', 'changed', 'removed']);
  expect(find({ change: 'removed' })).toEqual(['removed']);
  expect(find({ table: 'expenditure' })).toEqual(['added']);
  expect(find({ direction: '1' })).toEqual(['changed']);
  expect(find({ direction: '2' }).toSorted()).toEqual(['added', 'changed']);
  expect(find({ direction: 'none' })).toEqual(['removed']);
  expect(find({ organisation: 'o2' }).toSorted()).toEqual(['added', 'removed']);
});
