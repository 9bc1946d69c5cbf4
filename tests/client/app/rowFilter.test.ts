import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowLink, rowsLink } from '#client/app/links.ts';
import {
  buildRowTest,
  noFilter,
  type RowFilter,
  readRowFilter,
  writeRowFilter,
} from '#client/app/RowFilter.ts';
import { columnSetOf, judgeRow } from '#shared/model/columns.ts';
import { ChoiceField } from '#shared/model/extraField.ts';
import { DirectionId, IndicatorId, OrganisationId, RowId } from '#shared/model/ids.ts';
import { ActivityForm, ActivityState, Fund, type Row } from '#shared/model/rows.ts';
import { selectRows, type TotalSelection } from '#shared/totals/totalRows.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const everybody = () => true;
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$/);
const code = fc.stringMatching(/^[0-9а-яІ.,&=#?%]{1,9}$/);

const anyFilter: fc.Arbitrary<RowFilter> = fc.record({
  directions: fc.array(
    fc.oneof(
      fc.constant('none' as const),
      id.map((text) => DirectionId.parse(text)),
    ),
    { maxLength: 3 },
  ),
  organisations: fc.array(
    id.map((text) => OrganisationId.parse(text)),
    { maxLength: 3 },
  ),
  states: fc.array(fc.constantFrom(...ActivityState.options), { maxLength: 2 }),
  forms: fc.array(fc.constantFrom(...ActivityForm.options), { maxLength: 2 }),
  funds: fc.array(fc.constantFrom(...Fund.options), { maxLength: 2 }),
  indicator: fc.option(
    id.map((text) => IndicatorId.parse(text)),
    { nil: null },
  ),
  kpkvk: fc.option(code, { nil: null }),
  kekv: fc.option(code, { nil: null }),
  isCounted: fc.boolean(),
  isMine: fc.boolean(),
  rows: fc.array(
    id.map((text) => RowId.parse(text)),
    { maxLength: 3 },
  ),
  choices: fc.uniqueArray(
    fc.record({
      field: id.map((text) => ChoiceField.parse(`x:choice:${text}`)),
      values: fc.uniqueArray(fc.string({ maxLength: 8, unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3, selector: ({ field }) => field },
  ),
});

function maybe<K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> {
  return fc.oneof(
    fc.constant({}),
    value.map((given) => ({ [key]: given }) as { [P in K]: T }),
  );
}

const anySelection: fc.Arbitrary<TotalSelection> = fc
  .tuple(
    fc.constantFrom('money' as const, 'indicator' as const, 'activities' as const),
    maybe('directionId', fc.constantFrom(null, ...structure.directions.map((direction) => direction.id))),
    maybe(
      'organisationId',
      fc.constantFrom(...structure.organisations.map((organisation) => organisation.id)),
    ),
    maybe('indicatorId', fc.constantFrom(...structure.indicators.map((indicator) => indicator.id))),
    maybe('fund', fc.constantFrom(...Fund.options)),
    maybe('kpkvk', fc.constantFrom('0210180', 'constructor')),
    maybe('kekv', fc.constantFrom('2240', '2282')),
  )
  .map(([measure, ...parts]) => {
    const selection: TotalSelection = Object.assign({ measure }, ...parts);
    // Money has no indicator, and activities no money: such a total does not exist.
    if (measure === 'money') delete selection.indicatorId;
    else for (const key of ['fund', 'kpkvk', 'kekv'] as const) delete selection[key];
    if (measure === 'activities') delete selection.indicatorId;
    return selection;
  });

function readLink(link: string): RowFilter {
  return readRowFilter(new URL(link, 'http://zvit.test').searchParams);
}

test('GRD-3 a filter written into an address is read back as it was', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const address = `?${writeRowFilter(filter).toString()}`;
      expect(readRowFilter(new URL(address, 'http://zvit.test').searchParams)).toEqual(filter);
    }),
  );
});

test('GRD-3 the address made from a total shows exactly the rows behind it', () => {
  fc.assert(
    fc.property(anyRows, anySelection, (rows, selection) => {
      const table = selection.measure === 'money' ? 'expenditure' : 'activity';
      const passes = buildRowTest(
        readLink(rowsLink(structure.report.id, table, selection)),
        structure,
        everybody,
      );
      const shown = rows.filter((row) => row.kind === table).filter(passes);
      expect(shown).toEqual(selectRows(rows, selection, structure));
    }),
    { numRuns: 500 },
  );
});

test('GRD-3 an address from elsewhere is read as far as it is a filter', () => {
  expect(
    readRowFilter(new URLSearchParams('direction=d1,../x,none&state=done,lost&fund=&rows=a%20b&mine=yes')),
  ).toEqual({
    ...noFilter,
    directions: ['d1', 'none'],
    states: ['done'],
  });
});

test('COL-19 rows pass by what is chosen in them, by nothing being chosen, and not by what is flagged', () => {
  const field = ChoiceField.parse('x:choice:c1');
  const columns = [buildColumn('c1', { kind: 'choice', options: ['так', 'ні, 50%'] })];
  const withColumn = { ...structure, columns };
  const offered = ['так', 'ні, 50%', null, 'колись'].map((value, index) =>
    judgeRow(buildActivity(`r${index}`, { [field]: value }), columnSetOf(withColumn)),
  );
  const rows = [...offered, buildExpenditure('money', {})];
  const shown = (query: string, of = withColumn) =>
    rows.filter(buildRowTest(readRowFilter(new URLSearchParams(query)), of, everybody)).map((row) => row.id);
  const filter = { ...noFilter, choices: [{ field, values: ['ні, 50%', ''] }] };
  expect(shown(writeRowFilter(filter).toString())).toEqual(['r1', 'r2', 'money']);
  expect(shown('choice.c1=%D1%82%D0%B0%D0%BA')).toEqual(['r0', 'money']);
  expect(shown('choice.c1=')).toEqual(['r2', 'money']);
  expect(shown('choice.c1=gone')).toEqual(['money']);
  // No column of this table, no filter: there is nothing to take it off with but the button for all.
  for (const query of ['choice.c2=a', 'choice.__proto__=a', 'choice.=a', 'choice.c1=%25E0'])
    expect(shown(query)).toEqual(rows.map((row) => row.id));
  expect(shown('choice.c1=a', { ...structure, columns: [] })).toHaveLength(rows.length);
});

test('GRD-3 a link may name rows, and a link to one row only puts the focus there', () => {
  const reportId = structure.report.id;
  const rowId = RowId.parse('r7');
  expect(readLink(rowsLink(reportId, 'activity', { rows: [rowId] })).rows).toEqual([rowId]);
  expect(rowLink(reportId, 'expenditure', rowId)).toBe('/reports/report/expenditures?row=r7');
});

test('«Лише мої» asks who may write each sheet', () => {
  const mine = OrganisationId.parse('o2');
  const passes = buildRowTest(
    { ...noFilter, isMine: true },
    structure,
    (organisationId) => organisationId === mine,
  );
  fc.assert(
    fc.property(anyRows, (rows: Row[]) => {
      expect(rows.filter(passes)).toEqual(rows.filter(({ organisationId }) => organisationId === mine));
    }),
  );
});
