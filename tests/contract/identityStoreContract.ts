import { beforeEach, expect, test } from 'vitest';
import type { StoredIdentity } from '#server/storage/Storage.ts';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const now = 1_790_000_000_000;
const issuer = 'https://id.example/';
const reportId = ReportId.parse('report');
const olena = buildStoredUser('olena');
const taras = buildStoredUser('taras');
const edit: Membership = { reportId, role: 'editor', organisationId: OrganisationId.parse('o1') };
const view: Membership = { reportId, role: 'viewer' };
const coordinate: Membership = { reportId, role: 'coordinator' };
const identity = (userId: UserId, subject: string, change: Partial<StoredIdentity> = {}): StoredIdentity => ({
  issuer,
  subject,
  userId,
  label: subject,
  linkedAt: now,
  lastUsedAt: null,
  ...change,
});

export function describeIdentityStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.reports.create(buildNewReport());
    await fixture.storage.users.create(olena);
    await fixture.storage.users.create(taras);
  });
  const membershipsOf = async (id: UserId) => (await fixture.storage.users.findById(id))?.memberships;

  test('an identity is one person’s and a person has one of each issuer', async () => {
    const { identities } = fixture.storage;
    await identities.link(identity(olena.id, 'a'));
    await expect(identities.link(identity(taras.id, 'a'))).rejects.toMatchObject({
      code: 'oidc.identity-taken',
    });
    await expect(identities.link(identity(olena.id, 'b'))).rejects.toMatchObject({ code: 'oidc.linked' });
    const nobody = identity(UserId.parse('nobody'), 'c');
    await expect(identities.link(nobody)).rejects.toMatchObject({ code: 'user.unknown' });
    await identities.link(identity(olena.id, 'a', { issuer: 'https://other.example/' }));
    await identities.noteUse({ issuer, subject: 'a', label: 'Олена' }, now + 1);
    await fixture.reopen();
    const found = identity(olena.id, 'a', { label: 'Олена', lastUsedAt: now + 1 });
    expect(await fixture.storage.identities.find(issuer, 'a')).toEqual(found);
    expect(await fixture.storage.identities.find(issuer, 'A')).toBeNull();
    expect(await fixture.storage.identities.list(issuer)).toEqual([found]);
    expect(await fixture.storage.identities.unlink(taras.id, issuer)).toBe(false);
    expect(await fixture.storage.identities.unlink(olena.id, issuer)).toBe(true);
    expect(await fixture.storage.identities.find(issuer, 'a')).toBeNull();
  });

  test('of two who are linked at once one is, and of two made at once one stays', async () => {
    const { identities, users } = fixture.storage;
    const linked = await Promise.allSettled(
      [olena, taras].map(({ id }) => identities.link(identity(id, 'a'))),
    );
    expect(linked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rights = { isAdministrator: true, memberships: [edit] };
    const made = ['x', 'y'].map((login) => {
      const user = buildStoredUser(login, { passwordHash: null });
      return identities.create(user, identity(user.id, 'new'), rights);
    });
    expect((await Promise.allSettled(made)).map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const all = await users.list();
    expect(all).toHaveLength(3);
    expect(all.find(({ passwordHash }) => passwordHash === null)).toMatchObject(rights);
  });

  test('what claims give replaces what they gave, and leaves what was given by hand', async () => {
    const { identities, users } = fixture.storage;
    await users.change(olena.id, { memberships: [view] });
    await users.change(taras.id, { isAdministrator: true });
    const give = (isAdministrator: boolean, ...memberships: Membership[]) =>
      identities.applyRights(olena.id, { isAdministrator, memberships });
    expect(await give(true, edit, view)).toEqual({ isChanged: true, isKept: false });
    expect(await give(true, view, edit)).toEqual({ isChanged: false, isKept: false });
    expect(await membershipsOf(olena.id)).toEqual([view, edit]);
    expect(await identities.listClaimed()).toEqual(
      new Map([[olena.id, { isAdministrator: true, memberships: [edit] }]]),
    );
    // A change by hand that leaves it where it is does not make it one of the hand's.
    await users.change(olena.id, { isAdministrator: true, memberships: [edit, view] });
    await fixture.reopen();
    expect(
      await fixture.storage.identities.applyRights(olena.id, {
        isAdministrator: false,
        memberships: [coordinate],
      }),
    ).toEqual({
      isChanged: true,
      isKept: false,
    });
    expect(await fixture.storage.users.findById(olena.id)).toMatchObject({
      isAdministrator: false,
      memberships: [view, coordinate],
    });
    const invalid = { ...edit, organisationId: OrganisationId.parse('nobody') };
    const refused = fixture.storage.identities.applyRights(olena.id, {
      isAdministrator: true,
      memberships: [invalid],
    });
    await expect(refused).rejects.toMatchObject({ code: 'user.membership-invalid' });
    expect(await membershipsOf(olena.id)).toEqual([view, coordinate]);
  });

  test('claims neither take away what a hand decided, nor the last administrator', async () => {
    const { identities, users } = fixture.storage;
    const none = { isAdministrator: false, memberships: [] };
    const all = { isAdministrator: true, memberships: [] };
    await users.change(olena.id, { isAdministrator: true });
    expect(await identities.applyRights(olena.id, none)).toEqual({ isChanged: false, isKept: false });
    await identities.applyRights(taras.id, all);
    await users.change(olena.id, { isAdministrator: false });
    expect(await identities.applyRights(taras.id, none)).toEqual({ isChanged: false, isKept: true });
    await identities.applyRights(olena.id, all);
    const dismissed = await Promise.all([olena, taras].map(({ id }) => identities.applyRights(id, none)));
    expect(dismissed.map(({ isKept }) => isKept).sort()).toEqual([false, true]);
    expect((await users.list()).filter(({ isAdministrator }) => isAdministrator)).toHaveLength(1);
    // Who has no password is let in by the provider alone, and is not the one that stays.
    const guest = buildStoredUser('guest', { passwordHash: null });
    await identities.create(guest, identity(guest.id, 'guest'), all);
    const last = (await users.list()).find(({ isAdministrator, id }) => isAdministrator && id !== guest.id);
    const dismiss = users.change(last?.id ?? guest.id, { isAdministrator: false });
    await expect(dismiss).rejects.toMatchObject({ code: 'user.last-administrator' });
  });
}
