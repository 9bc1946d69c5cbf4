import { expect, test } from 'vitest';
import { OrganisationId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import { buildNewReport } from '#tests/support/buildNewReport.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const reportId = ReportId.parse('report');
const memberships: Membership[] = [
  { role: 'editor', reportId, organisationId: OrganisationId.parse('o2') },
  { role: 'coordinator', reportId },
  { role: 'editor', reportId, organisationId: OrganisationId.parse('o1') },
];

export function describeUserStore(fixture: StorageFixture): void {
  test('a user comes back whole, by id, by login in any case, and after a restart', async () => {
    await fixture.storage.reports.create(buildNewReport());
    const user = buildStoredUser('olena', { isAdministrator: true, memberships });
    await fixture.storage.users.create({ ...user, login: 'OLENA' });
    await fixture.reopen();
    const { users } = fixture.storage;
    expect(await users.findById(user.id)).toEqual(user);
    expect(await users.findByLogin('Olena')).toEqual(user);
    expect(await users.findByLogin('olen')).toBeNull();
    expect(await users.findById(UserId.parse('nobody'))).toBeNull();
    expect(await users.count()).toBe(1);
  });

  test('a list is in the order of logins', async () => {
    const { users } = fixture.storage;
    const all = ['b-2', 'a', 'B10', 'ab'].map((login) => buildStoredUser(login.toLowerCase()));
    for (const user of all) await users.create(user);
    expect((await users.list()).map(({ login }) => login)).toEqual(['a', 'ab', 'b-2', 'b10']);
  });

  test('a login is taken once, whatever its case, and nothing of the second user stays', async () => {
    const { users } = fixture.storage;
    await users.create(buildStoredUser('olena'));
    const second = buildStoredUser('Olena', { id: UserId.parse('second') });
    await expect(users.create(second)).rejects.toMatchObject({ code: 'user.login-taken' });
    expect(await users.findById(second.id)).toBeNull();
    expect(await users.count()).toBe(1);
  });

  test('of many who come first at once, one is created', async () => {
    const { users } = fixture.storage;
    const created = await Promise.all(
      ['a', 'b', 'c', 'd'].map((login) => users.createFirst(buildStoredUser(login))),
    );
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await users.count()).toBe(1);
    expect(await users.createFirst(buildStoredUser('e'))).toBe(false);
  });

  test('a change leaves what it does not name, and replaces all memberships', async () => {
    await fixture.storage.reports.create(buildNewReport());
    const { users } = fixture.storage;
    const user = buildStoredUser('olena', { memberships });
    await users.create(user);
    await users.change(user.id, { name: 'Інше ім’я', passwordHash: 'next' });
    expect(await users.findById(user.id)).toEqual({ ...user, name: 'Інше ім’я', passwordHash: 'next' });
    await users.change(user.id, { memberships: [{ role: 'viewer', reportId }] });
    expect((await users.findById(user.id))?.memberships).toEqual([{ role: 'viewer', reportId }]);
    await users.change(user.id, { memberships: [] });
    expect((await users.findById(user.id))?.memberships).toEqual([]);
    await users.change(user.id, {});
    await expect(users.change(UserId.parse('nobody'), { name: 'x' })).rejects.toMatchObject({
      code: 'user.unknown',
    });
  });

  test('the same membership twice counts once; one of nothing that exists changes nothing', async () => {
    await fixture.storage.reports.create(buildNewReport());
    const { users } = fixture.storage;
    const user = buildStoredUser('olena', { memberships: [...memberships, ...memberships] });
    await users.create(user);
    expect((await users.findById(user.id))?.memberships).toEqual(memberships);
    const strangers: Membership[] = [
      { role: 'viewer', reportId: ReportId.parse('other') },
      { role: 'editor', reportId, organisationId: OrganisationId.parse('other') },
    ];
    for (const membership of strangers) {
      const change = { name: 'Нове', memberships: [membership] };
      await expect(users.change(user.id, change)).rejects.toMatchObject({ code: 'user.membership-invalid' });
    }
    expect(await users.findById(user.id)).toEqual({ ...user, memberships });
  });

  test('an actor is what rights are decided by; a disabled user is none', async () => {
    await fixture.storage.reports.create(buildNewReport());
    const { users } = fixture.storage;
    const user = buildStoredUser('olena', { memberships });
    await users.create(user);
    const { id, name } = user;
    expect(await users.findActor(id)).toEqual({ userId: id, name, isAdministrator: false, memberships });
    await users.change(id, { isDisabled: true });
    expect(await users.findActor(id)).toBeNull();
    expect(await users.findActor(UserId.parse('nobody'))).toBeNull();
  });

  test('the last administrator who can sign in stays one', async () => {
    const { users } = fixture.storage;
    const [first, second, disabled] = [
      buildStoredUser('first', { isAdministrator: true }),
      buildStoredUser('second', { isAdministrator: true }),
      buildStoredUser('disabled', { isAdministrator: true, isDisabled: true }),
    ];
    for (const user of [first, second, disabled]) await users.create(user);
    await users.change(first.id, { isAdministrator: false });
    for (const change of [
      { isAdministrator: false },
      { isDisabled: true },
      { isDisabled: true, name: 'x' },
    ]) {
      await expect(users.change(second.id, change)).rejects.toMatchObject({
        code: 'user.last-administrator',
      });
    }
    expect(await users.findById(second.id)).toEqual(second);
    await users.change(disabled.id, { isAdministrator: false });
  });

  test('two administrators who dismiss each other at once leave one', async () => {
    const { users } = fixture.storage;
    const both = ['first', 'second'].map((login) => buildStoredUser(login, { isAdministrator: true }));
    for (const user of both) await users.create(user);
    const outcomes = await Promise.allSettled(
      both.map(({ id }) => users.change(id, { isAdministrator: false })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await users.list()).filter(({ isAdministrator }) => isAdministrator)).toHaveLength(1);
  });

  test('many at once are written with their links, or none of them', async () => {
    await fixture.storage.reports.create(buildNewReport());
    const { users, links } = fixture.storage;
    const olena = buildStoredUser('olena', { memberships: [memberships[0] as Membership] });
    await users.create(olena);
    const buildMany = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => {
        const user = buildStoredUser(`p${from + index}`, { passwordHash: null, memberships });
        const link = {
          id: `link-${from + index}`,
          secretHash: `hash-${from + index}`,
          userId: user.id,
          purpose: 'invitation' as const,
          createdBy: olena.id,
          createdAt: 1,
          expiresAt: 10,
          usedAt: null,
          withdrawnAt: null,
        };
        return { user, link };
      });
    const changed = [{ id: olena.id, name: 'Олена Б.', isAdministrator: true, memberships }];
    const twice = [...buildMany(3), ...buildMany(1)].map(({ user, link }, index) => ({
      user: { ...user, id: UserId.parse(`u${index}`) },
      link: { ...link, userId: UserId.parse(`u${index}`) },
    }));
    const refused = users.changeMany(() => ({ added: twice, changed }));
    await expect(refused).rejects.toMatchObject({ code: 'user.login-taken' });
    expect(await users.list()).toEqual([olena]);
    const thrown = users.changeMany(() => {
      throw new Error('asked about');
    });
    await expect(thrown).rejects.toThrow('asked about');
    await users.changeMany((now) => {
      expect(now).toEqual([olena]);
      return { added: buildMany(2_500), changed };
    });
    expect(await users.count()).toBe(2_501);
    expect(await users.findByLogin('p2499')).toMatchObject({ passwordHash: null, memberships });
    expect(await users.findById(olena.id)).toMatchObject({
      name: 'Олена Б.',
      isAdministrator: true,
      memberships,
    });
    expect(await links.findBySecretHash('hash-2499')).toMatchObject({ purpose: 'invitation' });
  });
}
