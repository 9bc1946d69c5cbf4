import { describe, expect, test } from 'vitest';
import { type City, mapClaims, readClaimValues } from '#server/accounts/oidc/mapClaims.ts';
import { ClaimRules } from '#server/config/ClaimRule.ts';
import { OrganisationId, ProgrammeId, ReportId } from '#shared/model/ids.ts';

const press = OrganisationId.parse('press');
const archive = OrganisationId.parse('archive');
const programmeId = ProgrammeId.parse('p');
const report = (year: number, ...organisationIds: OrganisationId[]) => ({
  id: ReportId.parse(`r${year}`),
  programmeId,
  year,
  organisationIds: new Set(organisationIds),
});
const city: City = {
  organisations: [
    { id: press, name: 'Управління преси', shortName: 'Преса', edrpou: '14360570' },
    { id: archive, name: 'Архівний відділ', shortName: 'Архів' },
  ],
  reports: [report(2026, press), report(2025, press, archive)],
};
const map = (claims: Record<string, unknown>, ...rules: object[]) =>
  mapClaims(claims, ClaimRules.parse(rules), city);
const editor = (year: number, organisationId: OrganisationId) => ({
  reportId: `r${year}`,
  role: 'editor',
  organisationId,
});

describe('which rights claims give', () => {
  test.each([
    [{ groups: ['a', 'b'] }, 'groups', ['a', 'b']],
    [{ 'https://city.example/roles': 'a' }, 'https://city.example/roles', ['a']],
    [{ realm_access: { roles: ['a', 7, true, null, { b: 1 }] } }, 'realm_access.roles', ['a', '7', 'true']],
    [{ groups: 'a' }, 'groups.length', []],
    [{}, 'constructor', []],
    [{ a: null }, 'a.b', []],
  ])('ACC-115 %j has in %s: %j', (claims, path, values) => {
    expect(readClaimValues(claims, path)).toEqual(values);
  });

  test.each(['14360570', 'press', 'Управління преси', ' преса '])(
    'ACC-115 an organisation is found by %s',
    (name) => {
      const rule = { claim: 'org', role: 'editor', organisation: '*', reports: 'newest' };
      expect(map({ org: name }, rule).memberships).toEqual([editor(2026, press)]);
    },
  );

  test('ACC-115 a pattern fits whole values, and its star names the organisation', () => {
    const rule = { claim: 'g', value: 'zvit-*-edit', role: 'editor', organisation: '*', reports: [2025] };
    const found = map({ g: ['zvit-архів-edit', 'zvit--edit', 'zvit-edit', 'my-zvit-преса-edit'] }, rule);
    expect(found).toEqual({
      isAdministrator: false,
      memberships: [editor(2025, archive)],
      unknownOrganisations: [],
    });
    expect(map({ g: 'admins2' }, { claim: 'g', value: 'admins', role: 'administrator' })).toMatchObject({
      isAdministrator: false,
    });
  });

  test('ACC-115 each right comes once, in the reports that are meant, and for who takes part there', () => {
    const rules = [
      { claim: 'g', value: 'boss', role: 'coordinator' },
      { claim: 'g', value: 'chief', role: 'coordinator', reports: [2026] },
      { claim: 'g', value: 'boss', role: 'editor', organisation: 'Архів' },
    ];
    const { memberships } = map({ g: ['boss', 'chief'] }, ...rules);
    expect(memberships).toEqual([
      { reportId: 'r2026', role: 'coordinator' },
      { reportId: 'r2025', role: 'coordinator' },
      editor(2025, archive),
    ]);
  });

  test('ACC-116 an organisation that is unknown, or takes part in none of the reports, is named', () => {
    const rule = { claim: 'g', role: 'editor', organisation: '*', reports: 'newest' };
    expect(map({ g: ['Архів', 'Пошта', 'Преса'] }, rule)).toEqual({
      isAdministrator: false,
      memberships: [editor(2026, press)],
      unknownOrganisations: ['Архів', 'Пошта'],
    });
  });
});
