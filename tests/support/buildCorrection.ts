import fc from 'fast-check';
import type { Correction, CorrectionFields } from '#shared/model/correction.ts';
import { CorrectionId, DirectionId, IndicatorId, OrganisationId, UserId } from '#shared/model/ids.ts';
import { Fund } from '#shared/model/rows.ts';

/** Of the indicator `sum` in d1, twelve fewer, unless told otherwise. */
export function buildCorrectionFields(fields: Partial<CorrectionFields> = {}): CorrectionFields {
  return {
    directionId: DirectionId.parse('d1'),
    subject: { of: 'indicator', indicatorId: IndicatorId.parse('sum'), quantity: -12 },
    reason: 'Тих самих осіб порахували двічі',
    organisationIds: [],
    ...fields,
  };
}

export function buildMoneySubject(
  subject: Partial<Extract<Correction['subject'], { of: 'money' }>> = {},
): CorrectionFields['subject'] {
  const none = { fund: null, kpkvk: null, kekv: null, plannedMinor: null, actualMinor: null };
  return { of: 'money', ...none, ...subject };
}

export function buildCorrection(id: string, fields: Partial<CorrectionFields> = {}): Correction {
  return {
    id: CorrectionId.parse(id),
    ...buildCorrectionFields(fields),
    madeBy: { id: UserId.parse('coordinator'), name: 'Ольга Координаторка' },
    madeAt: '2021-01-20T10:00:00.000Z',
  };
}

const amount = fc.integer({ min: -500, max: 500 });
const subject: fc.Arbitrary<CorrectionFields['subject']> = fc.oneof(
  fc.record({
    of: fc.constant('indicator' as const),
    // Also those that cannot be corrected: what was stored once must not break a total.
    indicatorId: fc.constantFrom(
      ...['sum', 'part', 'count', 'latest', 'distinct'].map((id) => IndicatorId.parse(id)),
    ),
    quantity: fc.integer({ min: -30, max: 30 }),
  }),
  fc.record({
    of: fc.constant('money' as const),
    fund: fc.option(fc.constantFrom(...Fund.options), { nil: null }),
    kpkvk: fc.constantFrom('0210180', null),
    kekv: fc.constantFrom('2240', '2282', null),
    plannedMinor: fc.option(amount, { nil: null }),
    actualMinor: fc.option(amount, { nil: null }),
  }),
);

/** Over the structure of `buildReportStructure`. */
export const anyCorrections: fc.Arbitrary<Correction[]> = fc
  .array(
    fc.record({
      directionId: fc.constantFrom(...['d1', 'd2', 'd3'].map((id) => DirectionId.parse(id))),
      subject,
      organisationIds: fc.subarray(['o1', 'o2'].map((id) => OrganisationId.parse(id))),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map((fields, index) => buildCorrection(`c${index}`, fields)));
