import { expect, test } from 'vitest';
import { readSheetNote } from '#client/submission/readSheetNote.ts';
import { can } from '#shared/access/can.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';

const reportId = ReportId.parse('report');
const own = OrganisationId.parse('o1');
const foreign = OrganisationId.parse('o2');

function noteFor(
  role: 'editor' | 'coordinator',
  status: SheetStatus,
  options: { isOwn?: boolean; isFinalised?: boolean } = {},
) {
  const { isOwn = true, isFinalised = false } = options;
  const organisationId = isOwn ? own : foreign;
  const actor: Actor = {
    userId: UserId.parse('u1'),
    name: 'Олена',
    isAdministrator: false,
    memberships: [role === 'editor' ? { reportId, role, organisationId: own } : { reportId, role }],
  };
  const reportStatus = isFinalised ? 'finalised' : 'open';
  return readSheetNote(
    can(actor, { action: 'sheet.write', reportId, reportStatus, organisationId, status }),
    status,
  );
}

test.each<[SheetStatus, string | null, string | null]>([
  ['draft', null, null],
  ['returned', null, null],
  ['submitted', 'lockedSubmitted', 'openSubmitted'],
  ['accepted', 'lockedAccepted', 'openAccepted'],
])('COL-22 what is said of a sheet that is %s', (status, toEditor, toCoordinator) => {
  expect(noteFor('editor', status)).toBe(toEditor);
  expect(noteFor('coordinator', status)).toBe(toCoordinator);
  // That it is another's, or that nothing can be changed at all, weighs more.
  expect(noteFor('editor', status, { isOwn: false })).toBeNull();
  for (const role of ['editor', 'coordinator'] as const)
    expect(noteFor(role, status, { isFinalised: true })).toBeNull();
});
