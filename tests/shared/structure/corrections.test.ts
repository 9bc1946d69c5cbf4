import { describe, expect, it } from 'vitest';
import { tryParseSignedMoney } from '#shared/corrections/parseSignedMoney.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { CorrectionFields, maxCorrections } from '#shared/model/correction.ts';
import { DirectionId, IndicatorId, OrganisationId, UserId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { readCorrectionFields } from '#shared/structure/applyCorrectionEdit.ts';
import { applyStructureEdit } from '#shared/structure/applyStructureEdit.ts';
import type { StructureEdit } from '#shared/structure/StructureEdit.ts';
import { readIndicatorFields } from '#shared/structure/structureFields.ts';
import { buildCorrection, buildCorrectionFields, buildMoneySubject } from '#tests/support/buildCorrection.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const maker = {
  madeBy: { id: UserId.parse('ivan'), name: 'Іван' },
  madeAt: '2021-02-01T08:00:00.000Z',
};
const now: ReportStructure = {
  ...buildReportStructure(),
  corrections: [
    buildCorrection('c1'),
    buildCorrection('c2', { subject: buildMoneySubject({ actualMinor: -5 }) }),
  ],
};
const [c1, c2] = now.corrections as [ReportStructure['corrections'][0], ReportStructure['corrections'][0]];
const apply = (edit: StructureEdit, to = now) => applyStructureEdit(to, edit, () => undefined, maker);

function refusal(edit: StructureEdit, to = now): string | null {
  try {
    apply(edit, to);
  } catch (error) {
    return error instanceof AppError ? error.code : `thrown: ${error}`;
  }
  return null;
}

const of = (indicatorId: string, quantity = -12) =>
  ({ of: 'indicator', indicatorId: IndicatorId.parse(indicatorId), quantity }) as const;

describe('editing corrections', () => {
  it('COR-4 adds behind the others, changes in its place, and says who did it last', () => {
    const organisationIds = ['o2', 'o1', 'o1'].map((id) => OrganisationId.parse(id));
    const fields = buildCorrectionFields({ organisationIds });
    const { corrections } = apply({ kind: 'correction.add', fields });
    expect(corrections.slice(0, 2)).toEqual(now.corrections);
    expect(corrections[2]).toMatchObject({ ...fields, organisationIds: ['o1', 'o2'], ...maker });
    const to = buildCorrectionFields({ subject: of('count', 3) });
    const from = readCorrectionFields(c1);
    const changed = apply({ kind: 'correction.change', correctionId: c1.id, from, to });
    expect(changed.corrections).toEqual([{ id: 'c1', ...to, ...maker }, c2]);
    expect(apply({ kind: 'corrections.order', order: [c2.id, c1.id] }).corrections).toEqual([c2, c1]);
    expect(apply({ kind: 'correction.remove', correctionId: c1.id, from }).corrections).toEqual([c2]);
  });

  it('COR-4 refuses what stands otherwise than whoever changes it believed', () => {
    const from = { ...readCorrectionFields(c1), reason: 'Інша' };
    const to = buildCorrectionFields();
    expect(refusal({ kind: 'correction.change', correctionId: c1.id, from, to })).toBe('structure.changed');
    expect(refusal({ kind: 'correction.remove', correctionId: c1.id, from })).toBe('structure.changed');
    const ofMoney = { ...readCorrectionFields(c2), subject: buildMoneySubject({ actualMinor: -6 }) };
    expect(refusal({ kind: 'correction.remove', correctionId: c2.id, from: ofMoney })).toBe(
      'structure.changed',
    );
    expect(refusal({ kind: 'corrections.order', order: [c1.id] })).toBe('structure.changed');
  });

  it('COR-5 refuses what is not in the report, what cannot be added to, and one too many', () => {
    const add = (fields: Partial<CorrectionFields>, to = now) =>
      refusal({ kind: 'correction.add', fields: buildCorrectionFields(fields) }, to);
    expect(add({ directionId: DirectionId.parse('gone') })).toBe('structure.not-in-report');
    expect(add({ directionId: DirectionId.parse('d2') })).toBe('structure.not-in-report');
    expect(add({ subject: of('gone') })).toBe('structure.not-in-report');
    expect(add({ organisationIds: [OrganisationId.parse('gone')] })).toBe('structure.not-in-report');
    expect(add({ subject: of('latest') })).toBe('correction.not-counted');
    expect(add({ subject: of('distinct') })).toBe('correction.not-counted');
    expect([add({ subject: of('sum') }), add({ subject: of('count') })]).toEqual([null, null]);
    const many = Array.from({ length: maxCorrections }, (_, index) => buildCorrection(`c${index}`));
    expect(add({}, { ...now, corrections: many })).toBe('structure.too-many');
  });

  it.each([
    { reason: '  ' },
    { reason: 'ї'.repeat(2_001) },
    { subject: of('sum', 0) },
    { subject: of('sum', 1.5) },
    { subject: of('sum', 2_000_000_000) },
    { subject: buildMoneySubject() },
    { subject: buildMoneySubject({ plannedMinor: 0 }) },
    { subject: buildMoneySubject({ actualMinor: 0.5 }) },
    { subject: buildMoneySubject({ actualMinor: -1, kpkvk: '210180' }) },
    { subject: buildMoneySubject({ actualMinor: -1, kekv: '22' }) },
  ])('COR-5 %j is no correction', (fields) => {
    expect(CorrectionFields.safeParse(buildCorrectionFields(fields)).success).toBe(false);
  });

  it('COR-6 keeps what a correction names, and how its indicator is counted', () => {
    const organisationId = OrganisationId.parse('o2');
    const to = { ...now, corrections: [buildCorrection('c1', { organisationIds: [organisationId] })] };
    const edits: StructureEdit[] = [
      { kind: 'indicator.remove', indicatorId: IndicatorId.parse('sum') },
      { kind: 'organisation.leave', organisationId },
    ];
    const indicator = must(now.indicators[0], 'the indicator');
    const from = readIndicatorFields(indicator);
    const recount = (aggregation: 'count' | 'sum'): StructureEdit => ({
      kind: 'indicator.change',
      indicatorId: indicator.id,
      from,
      to: { ...from, title: 'Інша назва', aggregation },
    });
    for (const edit of [...edits, recount('count')]) {
      expect(refusal(edit, to)).toBe('structure.corrected');
      expect(refusal(edit, { ...now, corrections: [] })).toBeNull();
    }
    expect(refusal(recount('sum'), to)).toBeNull();
    const d3 = DirectionId.parse('d3');
    const inD3 = [buildCorrection('c1', { directionId: d3, subject: buildMoneySubject({ actualMinor: 1 }) })];
    const remove: StructureEdit = { kind: 'direction.remove', directionId: d3 };
    expect(refusal(remove, { ...now, corrections: inD3 })).toBe('structure.corrected');
    expect(refusal(remove)).toBeNull();
  });
});

describe('signed amounts', () => {
  it.each([
    ['-12 000,50', -1_200_050],
    ['−0,01', -1],
    ['– 5 грн', -500],
    ['1 000', 100_000],
    ['-0', 0],
  ])('COR-11 %s', (text, minor) => {
    expect(tryParseSignedMoney(text)).toEqual({ ok: true, minor });
  });

  it.each([
    ['-390,023', 'money.ambiguous'],
    ['--5', 'money.negative'],
    ['(5)', 'money.negative'],
    ['-', 'money.not-a-number'],
    ['-5,001', 'money.ambiguous'],
    ['-5,0012', 'money.too-precise'],
  ])('COR-11 %s is %s', (text, code) => {
    const result = tryParseSignedMoney(text);
    expect(result.ok ? result.minor : result.error.code).toBe(code);
  });
});
