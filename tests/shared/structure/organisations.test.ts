import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Edrpou } from '#shared/model/edrpou.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { applyOrganisationEdit, readOrganisationFields } from '#shared/structure/applyOrganisationEdit.ts';

const hall = {
  name: 'Виконком міської ради',
  shortName: 'Виконком',
  kind: 'executive',
  edrpou: '04052241',
} as const;

describe('ЄДРПОУ', () => {
  test.each(['00032112', '14360570', '21560045', '32855961', '40075815'])('SET-20 %s is one', (code) => {
    expect(Edrpou.parse(code)).toBe(code);
  });

  test('SET-20 eight digits whose last one does not fit are none, nor is anything else', () => {
    for (const code of ['00032113', '1436057', '143605700', '1436O570', '00000000', '']) {
      expect(Edrpou.safeParse(code).success).toBe(false);
    }
  });

  test('SET-20 of ten codes with the same seven digits exactly one is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (seven) => {
        const codes = Array.from({ length: 10 }, (_, last) => `${String(seven).padStart(7, '0')}${last}`);
        expect(codes.filter((code) => Edrpou.safeParse(code).success)).toHaveLength(1);
      }),
    );
  });
});

describe('organisations of the city', () => {
  const added = (): Organisation[] => applyOrganisationEdit([], { kind: 'add', fields: hall });

  test('SET-21 names and codes are taken once, whatever their case and apostrophes', () => {
    const now = applyOrganisationEdit(added(), {
      kind: 'add',
      fields: { name: "Відділ зв'язків", shortName: 'Зв’язки', kind: 'department', edrpou: null },
    });
    const add = (fields: Partial<typeof hall> | { name: string; shortName: string }) => () =>
      applyOrganisationEdit(now, {
        kind: 'add',
        fields: { name: 'Інший', shortName: 'Інший', kind: 'department', edrpou: null, ...fields },
      });
    expect(add({ name: 'відділ  зв’язків', shortName: 'Ще' })).toThrow('organisation.taken');
    expect(add({ name: 'Ще', shortName: 'ВИКОНКОМ' })).toThrow('organisation.taken');
    expect(add({ edrpou: hall.edrpou })).toThrow('organisation.taken');
    expect(add({})()).toHaveLength(3);
  });

  test('SET-22 a change names what stood there, and is refused when something else does', () => {
    const now = added();
    const organisationId = now[0]?.id ?? OrganisationId.parse('none');
    const edit = { kind: 'change', organisationId, from: hall, to: { ...hall, edrpou: null } } as const;
    const next = applyOrganisationEdit(now, edit);
    expect(next.map(readOrganisationFields)).toEqual([{ ...hall, edrpou: null }]);
    expect(next[0]).not.toHaveProperty('edrpou');
    expect(() => applyOrganisationEdit(next, edit)).toThrow('structure.changed');
    expect(() => applyOrganisationEdit([], edit)).toThrow('organisation.unknown');
    expect(applyOrganisationEdit(next, { kind: 'remove', organisationId })).toEqual([]);
  });
});
