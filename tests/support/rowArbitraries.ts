import fc from 'fast-check';
import { DirectionId, IndicatorId, OrganisationId, RowId } from '#shared/model/ids.ts';
import {
  ActivityForm,
  type ActivityRow,
  ActivityState,
  type ExpenditureRow,
  Fund,
  type Row,
} from '#shared/model/rows.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

/**
 * Rows over the structure of `buildReportStructure`, from few enough values that rows share ids,
 * keys, days and contents; with directions, indicators and an organisation the structure lacks.
 */

const rowIds = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'].map((id) => RowId.parse(id));
export const organisationIds = ['o1', 'o2', 'o3', 'stranger'].map((id) => OrganisationId.parse(id));
export const directionIds = ['d1', 'd2', 'd3', 'gone'].map((id) => DirectionId.parse(id));
export const indicatorIds = ['sum', 'part', 'latest', 'count', 'distinct', 'gone'].map((id) =>
  IndicatorId.parse(id),
);

const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 });
const amount = fc.oneof(
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: maxAmountMinor }),
  fc.constant(maxAmountMinor),
);
const text = fc.constantFrom('Нарада', ' нарада', 'НАРАДА  ', 'Круглий стіл', 'круглий\u00A0стіл', '', '  ');
const code = fc.constantFrom('0210180', ' 0210180 ', '2240', '2282', '', ' ', 'constructor', '__proto__');
const period = fc.constantFrom(
  '2020-01-31',
  '2020-03-01/2020-03-31',
  '2020-03-31',
  '2020-01-01/2020-12-31',
  '2019-12-31',
);

const activity: fc.Arbitrary<ActivityRow> = fc
  .record({
    id: fc.constantFrom(...rowIds),
    organisationId: fc.constantFrom(...organisationIds),
    values: fc.record({
      directionId: nullable(fc.constantFrom(...directionIds)),
      indicatorId: nullable(fc.constantFrom(...indicatorIds)),
      content: nullable(text),
      period: nullable(period),
      quantity: nullable(fc.integer({ min: 0, max: 50 })),
      form: nullable(fc.constantFrom(...ActivityForm.options)),
      state: nullable(fc.constantFrom(...ActivityState.options)),
    }),
  })
  .map(({ id, organisationId, values }) => buildActivity(id, values, organisationId));

const expenditure: fc.Arbitrary<ExpenditureRow> = fc
  .record({
    id: fc.constantFrom(...rowIds),
    organisationId: fc.constantFrom(...organisationIds),
    values: fc.record({
      directionId: nullable(fc.constantFrom(...directionIds)),
      measure: nullable(text),
      fund: nullable(fc.constantFrom(...Fund.options)),
      kpkvk: nullable(code),
      kekv: nullable(code),
      plannedMinor: nullable(amount),
      actualMinor: nullable(amount),
      reason: nullable(text),
    }),
  })
  .map(({ id, organisationId, values }) => buildExpenditure(id, values, organisationId));

/** Either table; ids repeat. */
export const anyRow: fc.Arbitrary<Row> = fc.oneof(activity, expenditure);

/** As sheets hold them: an id once per organisation. */
export const anyRows: fc.Arbitrary<Row[]> = fc.uniqueArray(anyRow, {
  maxLength: 24,
  selector: (row) => `${row.organisationId}/${row.id}`,
});
