import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { type Organisation, ReportStructure } from '#shared/model/structure.ts';
import { must } from '#shared/must.ts';
import { applyStructureEdit } from '#shared/structure/applyStructureEdit.ts';
import type { StructureEdit } from '#shared/structure/StructureEdit.ts';
import { readDirectionFields, readIndicatorFields } from '#shared/structure/structureFields.ts';
import { suggestKey } from '#shared/structure/suggestKey.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const [d1, d2, d3, d9] = ['d1', 'd2', 'd3', 'd9'].map((id) => DirectionId.parse(id)) as [
  DirectionId,
  DirectionId,
  DirectionId,
  DirectionId,
];
const organisation = (id: string, kind: Organisation['kind'] = 'district'): Organisation => ({
  id: OrganisationId.parse(id),
  name: `Виконавець ${id}`,
  shortName: id,
  kind,
});
const city = [organisation('o4', 'executive'), organisation('o5', 'department'), organisation('o6')];
const build = (): ReportStructure => {
  const structure = buildReportStructure();
  return {
    ...structure,
    sheets: structure.organisations.map(({ id }) => ({ organisationId: id, status: 'draft' })),
  };
};
const apply = (now: ReportStructure, edit: StructureEdit): ReportStructure =>
  applyStructureEdit(now, edit, (id) => city.find((one) => one.id === id));
const refusal = (now: ReportStructure, edit: StructureEdit): string | null => {
  try {
    apply(now, edit);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const indicator = (now: ReportStructure, id: string) =>
  must(
    now.indicators.find((one) => one.id === id),
    'what the test is about',
  );
const fields = { title: 'Зустрічі', forms: { one: 'зустріч', few: 'зустрічі', many: 'зустрічей' } };
const plain = { ...fields, aggregation: 'sum', overStep: null, partOf: null } as const;

describe('directions', () => {
  test('SET-1 one is added in the place of its number, with who writes it', () => {
    const now = {
      ...build(),
      directions: build().directions.map((one) => ({ ...one, number: one.number * 2 })),
    };
    const responsible = ['o3', 'o1'].map((id) => OrganisationId.parse(id));
    const next = apply(now, { kind: 'direction.add', fields: { number: 3, title: 'Нове', responsible } });
    expect(next.directions.map(({ number, title }) => [number, title])).toEqual([
      [2, 'Напрям 1'],
      [3, 'Нове'],
      [4, 'Напрям 2'],
      [6, 'Напрям 3'],
    ]);
    const added = must(next.directions[1], 'what the test is about');
    expect(readDirectionFields(next, added).responsible).toEqual(responsible);
    expect(ReportStructure.safeParse(next).success).toBe(true);
  });

  test('SET-1 a number is taken once, and who writes must take part', () => {
    const add = (number: number, ...responsible: string[]): StructureEdit => ({
      kind: 'direction.add',
      fields: { number, title: 'Нове', responsible: responsible.map((id) => OrganisationId.parse(id)) },
    });
    expect(refusal(build(), add(2))).toBe('structure.number-taken');
    expect(refusal(build(), add(4, 'o4'))).toBe('structure.not-in-report');
    expect(refusal(build(), { kind: 'direction.remove', directionId: d9 })).toBe('structure.not-in-report');
  });

  test('SET-2 a change to what stands otherwise by now is refused', () => {
    const now = build();
    const from = readDirectionFields(now, must(now.directions[0], 'what the test is about'));
    const edit = {
      kind: 'direction.change',
      directionId: d1,
      from,
      to: { ...from, title: 'Інша назва' },
    } as const;
    const next = apply(now, edit);
    expect(next.directions[0]?.title).toBe('Інша назва');
    expect(next.responsibilities).toEqual(now.responsibilities);
    expect(refusal(next, edit)).toBe('structure.changed');
  });

  test('SET-3 a new order shares out the numbers that there are, and takes indicators along', () => {
    const now = build();
    const next = apply(now, { kind: 'directions.order', order: [d3, d1, d2] });
    expect(next.directions.map(({ id, number }) => [id, number])).toEqual([
      [d3, 1],
      [d1, 2],
      [d2, 3],
    ]);
    expect(next.indicators.map(({ id }) => id)).toEqual(now.indicators.map(({ id }) => id));
    for (const order of [
      [d3, d1],
      [d3, d1, d1],
      [d3, d1, d2, d9],
    ]) {
      expect(refusal(now, { kind: 'directions.order', order })).toBe('structure.changed');
    }
  });

  test('SET-4 one that has indicators stays; without them it goes with who writes it', () => {
    expect(refusal(build(), { kind: 'direction.remove', directionId: d1 })).toBe('structure.has-indicators');
    const next = apply(build(), { kind: 'direction.remove', directionId: d2 });
    expect(next.directions.map(({ id }) => id)).toEqual([d1, d3]);
    expect(next.responsibilities.some(({ directionId }) => directionId === d2)).toBe(false);
  });
});

describe('indicators', () => {
  test('SET-5 one is added behind the others of its direction, with a key of its own', () => {
    const add = (directionId: DirectionId, key: string | null = null): StructureEdit => ({
      kind: 'indicator.add',
      directionId,
      key,
      fields: plain,
    });
    let now = apply(build(), add(d2));
    now = apply(now, add(d2));
    now = apply(now, add(d1, 'meetings'));
    expect(now.indicators.map(({ key }) => key).slice(-3)).toEqual(['meetings', 'zustrichi', 'zustrichi-2']);
    expect(refusal(now, add(d1, 'meetings'))).toBe('structure.key-taken');
    expect(refusal(now, add(d9))).toBe('structure.not-in-report');
    expect(ReportStructure.safeParse(now).success).toBe(true);
  });

  test('SET-5 a key is made of any title', () => {
    expect(suggestKey('Відзначено об’єднань (Кривий Ріг)', new Set())).toBe(
      'vidznacheno-obiednan-kryvyi-rih',
    );
    const key = /^[a-z0-9-]{1,60}$/;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => key.test(suggestKey(title, new Set()))),
    );
  });

  test('SET-6 a part is of the same direction, and no whole is a part of itself', () => {
    const now = apply(build(), { kind: 'indicator.add', directionId: d2, key: 'other', fields: plain });
    const put = (id: string, partOf: string): StructureEdit => {
      const from = readIndicatorFields(indicator(now, id));
      const to = { ...from, partOf: IndicatorId.parse(partOf) };
      return { kind: 'indicator.change', indicatorId: IndicatorId.parse(id), from, to };
    };
    const other = must(
      now.indicators.find(({ key }) => key === 'other'),
      'what the test is about',
    ).id;
    expect(refusal(now, put('sum', 'sum'))).toBe('structure.part-circle');
    expect(refusal(now, put('sum', 'part'))).toBe('structure.part-circle');
    expect(refusal(now, put('latest', other))).toBe('structure.not-in-report');
    expect(indicator(apply(now, put('latest', 'part')), 'latest').partOf).toBe('part');
  });

  test('SET-2 a change of an indicator keeps its place, and is refused to who saw it otherwise', () => {
    const now = build();
    const from = readIndicatorFields(indicator(now, 'latest'));
    const to = { ...from, overStep: 10 };
    const edit = { kind: 'indicator.change', indicatorId: IndicatorId.parse('latest'), from, to } as const;
    const next = apply(now, edit);
    expect(next.indicators.map(({ id }) => id)).toEqual(now.indicators.map(({ id }) => id));
    expect(indicator(next, 'latest').overStep).toBe(10);
    expect(refusal(next, edit)).toBe('structure.changed');
  });

  test('SET-3 indicators of a direction are put in another order', () => {
    const order = ['distinct', 'sum', 'part', 'count', 'latest'].map((id) => IndicatorId.parse(id));
    const next = apply(build(), { kind: 'indicators.order', directionId: d1, order });
    expect(next.indicators.map(({ id }) => id)).toEqual(order);
    expect(refusal(build(), { kind: 'indicators.order', directionId: d1, order: order.slice(1) })).toBe(
      'structure.changed',
    );
  });
});

describe('organisations that take part', () => {
  test('SET-7 one comes behind those of its kind, with a draft of a sheet, once', () => {
    let now = build();
    for (const id of ['o5', 'o6', 'o4', 'o4']) {
      now = apply(now, { kind: 'organisation.join', organisationId: OrganisationId.parse(id) });
    }
    expect(now.organisations.map(({ id }) => id)).toEqual(['o4', 'o5', 'o1', 'o2', 'o3', 'o6']);
    expect(now.sheets.map(({ organisationId }) => organisationId)).toEqual(
      now.organisations.map(({ id }) => id),
    );
    expect(refusal(now, { kind: 'organisation.join', organisationId: OrganisationId.parse('o9') })).toBe(
      'organisation.unknown',
    );
    const left = apply(now, { kind: 'organisation.leave', organisationId: OrganisationId.parse('o5') });
    expect(left.sheets).toHaveLength(5);
    const order = left.organisations.map(({ id }) => id).reverse();
    expect(
      apply(left, { kind: 'organisations.order', order }).sheets.map((sheet) => sheet.organisationId),
    ).toEqual(order);
  });
});
