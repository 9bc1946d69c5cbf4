import fc from 'fast-check';
import {
  type FigureSpec,
  Gender,
  GrammaticalCase,
  IndicatorFigure,
  type InlineFigure,
  ListFigure,
  MoneyFigure,
  type RowFilter,
} from '#shared/figures/FigureSpec.ts';
import { ActivityForm, ActivityState, Fund, tableKinds } from '#shared/model/rows.ts';
import { Aggregation } from '#shared/model/structure.ts';
import { directionIds, indicatorIds, organisationIds } from '#tests/support/rowArbitraries.ts';

/** Figures over the rows of `rowArbitraries`; some name what the structure of `buildReportStructure` lacks. */

const anyCode = fc.constantFrom('0210180', '2240', ' 2282', '', '__proto__');

export const anyFilter: fc.Arbitrary<RowFilter> = fc.record(
  {
    directionId: fc.option(fc.constantFrom(...directionIds), { nil: null, freq: 4 }),
    organisationId: fc.constantFrom(...organisationIds),
    fund: fc.constantFrom(...Fund.options),
    kpkvk: anyCode,
    kekv: anyCode,
    form: fc.constantFrom(...ActivityForm.options),
    state: fc.constantFrom(...ActivityState.options),
  },
  { requiredKeys: [] },
);

/** Most filters of people name one or two fields, or none. */
const shortFilter = fc
  .tuple(anyFilter, fc.array(fc.nat(20), { maxLength: 2 }))
  .map(
    ([filter, kept]) =>
      Object.fromEntries(Object.entries(filter).filter((_, index) => kept.includes(index))) as RowFilter,
  );

const filter = fc.oneof({ arbitrary: shortFilter, weight: 3 }, { arbitrary: anyFilter, weight: 1 });

const counted = {
  format: fc.constantFrom(...IndicatorFigure.shape.format.options),
  step: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  case: fc.constantFrom(...GrammaticalCase.options),
  gender: fc.constantFrom(...Gender.options),
};

export const anyInlineFigure: fc.Arbitrary<InlineFigure> = fc.oneof(
  fc.record({
    kind: fc.constant('money' as const),
    sum: fc.constantFrom(...MoneyFigure.shape.sum.options),
    filter,
    format: fc.constantFrom(...MoneyFigure.shape.format.options),
    case: counted.case,
  }),
  fc.record({ kind: fc.constant('percent' as const), filter }),
  fc.record({
    kind: fc.constant('indicator' as const),
    indicatorId: fc.constantFrom(...indicatorIds),
    aggregation: fc.option(fc.constantFrom(...Aggregation.options), { nil: null }),
    filter,
    ...counted,
  }),
  fc.record({ kind: fc.constant('activities' as const), filter, ...counted }),
  fc.record({
    kind: fc.constant('list' as const),
    of: fc.constantFrom(...ListFigure.shape.of.options),
    indicatorId: fc.option(fc.constantFrom(...indicatorIds), { nil: null }),
    filter,
  }),
);

export const anyFigure: fc.Arbitrary<FigureSpec> = fc.oneof(
  { arbitrary: anyInlineFigure, weight: 6 },
  {
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      table: fc.constantFrom(...tableKinds),
      filter,
    }),
    weight: 1,
  },
);
