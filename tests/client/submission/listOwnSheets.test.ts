import { expect, test } from 'vitest';
import { listOwnSheets } from '#client/submission/listOwnSheets.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { SheetStatus } from '#shared/model/structure.ts';
import type { Membership } from '#shared/model/user.ts';

const reportId = ReportId.parse('r1');
const [o1, o2, o3, o4] = ['o1', 'o2', 'o3', 'o4'].map((id) => OrganisationId.parse(id));
const sheets = (['accepted', 'draft', 'returned', 'submitted'] as SheetStatus[]).map((status, index) => ({
  organisationId: OrganisationId.parse(`o${index + 1}`),
  status,
}));
const list = (memberships: Membership[], shown: OrganisationId[] = []) =>
  listOwnSheets(sheets, { actor: { memberships }, reportId, shown }).map(
    ({ organisationId }) => organisationId,
  );
const edits = (organisationId = o1, of = reportId): Membership[] =>
  organisationId === undefined ? [] : [{ reportId: of, role: 'editor', organisationId }];

test('CTL-17 an editor sees all sheets they fill in, what has to be done first', () => {
  expect(list([...edits(o1), ...edits(o2), ...edits(o3), ...edits(o4)])).toEqual([o3, o2, o4, o1]);
  expect(list([...edits(o1), ...edits(o3, ReportId.parse('r2'))])).toEqual([o1]);
});

test('CTL-17 a coordinator sees the one that the table is filtered to, a viewer none', () => {
  const coordinator: Membership[] = [{ reportId, role: 'coordinator' }, ...edits(o1)];
  expect(list(coordinator)).toEqual([]);
  expect(list(coordinator, o4 === undefined ? [] : [o4])).toEqual([o4]);
  expect(list(coordinator, o4 === undefined || o1 === undefined ? [] : [o4, o1])).toEqual([]);
  expect(list([{ reportId, role: 'viewer' }], o4 === undefined ? [] : [o4])).toEqual([]);
});
