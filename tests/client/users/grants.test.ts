import { expect, test } from 'vitest';
import { buildMemberships, isIncomplete, readGrants } from '#client/users/grants.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';

const r1 = ReportId.parse('r1');
const r2 = ReportId.parse('r2');
const o1 = OrganisationId.parse('o1');
const o2 = OrganisationId.parse('o2');

const memberships: Membership[] = [
  { reportId: r1, role: 'editor', organisationId: o1 },
  { reportId: r1, role: 'coordinator' },
  { reportId: r1, role: 'editor', organisationId: o2 },
  { reportId: r2, role: 'viewer' },
];

test('CTL-10 rights read into the form and written back are the same rights', () => {
  const grants = readGrants(memberships, [r1, r2]);
  expect(grants).toEqual([
    { reportId: r1, role: 'coordinator', organisationIds: [o1, o2] },
    { reportId: r2, role: 'viewer', organisationIds: [] },
  ]);
  expect(new Set(buildMemberships(grants).map((one) => JSON.stringify(one)))).toEqual(
    new Set(
      [
        { reportId: r1, role: 'coordinator' },
        { reportId: r1, role: 'editor', organisationId: o1 },
        { reportId: r1, role: 'editor', organisationId: o2 },
        { reportId: r2, role: 'viewer' },
      ].map((one) => JSON.stringify(one)),
    ),
  );
});

test('CTL-10 a report that the form does not show keeps its rights', () => {
  expect(buildMemberships(readGrants(memberships, [r1]), memberships)).toContainEqual({
    reportId: r2,
    role: 'viewer',
  });
  expect(buildMemberships([{ reportId: r1, role: 'none', organisationIds: [o1] }], memberships)).toEqual([
    { reportId: r2, role: 'viewer' },
  ]);
});

test('an editor of nothing is not complete', () => {
  expect(isIncomplete({ reportId: r1, role: 'editor', organisationIds: [] })).toBe(true);
  expect(isIncomplete({ reportId: r1, role: 'coordinator', organisationIds: [] })).toBe(false);
});
