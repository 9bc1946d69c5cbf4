import { expect, test } from 'vitest';
import { findRoles } from '#client/reports/findRoles.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';

test('names each role in a report once', () => {
  const reportId = ReportId.parse('r1');
  const actor: Actor = {
    userId: UserId.parse('u1'),
    name: 'Редакторка',
    isAdministrator: false,
    memberships: [
      { reportId, role: 'editor', organisationId: OrganisationId.parse('o1') },
      { reportId, role: 'editor', organisationId: OrganisationId.parse('o2') },
      { reportId: ReportId.parse('r2'), role: 'coordinator' },
    ],
  };
  expect(findRoles(actor, reportId)).toEqual(['editor']);
  expect(findRoles(actor, ReportId.parse('r3'))).toEqual([]);
});
