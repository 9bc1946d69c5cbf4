import { beforeEach, expect, test } from 'vitest';
import type { StoredLink } from '#server/storage/Storage.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const olena = buildStoredUser('olena', { isAdministrator: true });
const taras = buildStoredUser('taras');
const now = 1_790_000_000_000;

export function describeLinkStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.users.create(olena);
    await fixture.storage.users.create(taras);
  });

  test('a link is found by its hash and listed until it ends; one of a person takes the place of the last', async () => {
    const { links } = fixture.storage;
    const [first, second, ofOlena] = [
      buildLink('first'),
      buildLink('second'),
      buildLink('third', { userId: olena.id, expiresAt: now }),
    ];
    await links.create(first);
    await links.create(second);
    await links.create(ofOlena);
    await fixture.reopen();
    const reopened = fixture.storage.links;
    expect(await reopened.findBySecretHash(first.secretHash)).toEqual({ ...first, withdrawnAt: now });
    expect(await reopened.findBySecretHash(second.secretHash)).toEqual(second);
    expect(await reopened.findBySecretHash('another')).toBeNull();
    expect(await reopened.listOpen(now)).toEqual([second]);
    expect(await reopened.listOpen(now - 1)).toEqual([second, ofOlena]);
    expect(await reopened.listOpen(now - 1, olena.id)).toEqual([ofOlena]);
    expect(await reopened.withdraw(taras.id, now + 1)).toBe(true);
    expect(await reopened.withdraw(taras.id, now + 2)).toBe(false);
    expect(await reopened.withdraw(olena.id, now)).toBe(false);
    expect(await reopened.listOpen(now)).toEqual([]);
  });

  test('of several who use a link at once exactly one does', async () => {
    const { links, users, sessions } = fixture.storage;
    const link = buildLink('one');
    await links.create(link);
    await sessions.create(buildSession());
    const used = await Promise.all(['a', 'b', 'c'].map((hash) => links.use(link.id, now + 1, hash)));
    expect(used.filter((isUsed) => isUsed)).toHaveLength(1);
    const hash = ['a', 'b', 'c'][used.indexOf(true)];
    expect((await users.findById(taras.id))?.passwordHash).toBe(hash);
    expect(await sessions.listOfUser(taras.id, now)).toEqual([]);
    expect((await links.findBySecretHash(link.secretHash))?.usedAt).toBe(now + 1);
  });

  test('a link that has ended, or of an account that is disabled, sets nothing', async () => {
    const { links, users } = fixture.storage;
    const link = buildLink('one');
    await links.create(link);
    expect(await links.use(link.id, link.expiresAt, 'late')).toBe(false);
    expect(await links.use('unknown', now, 'guess')).toBe(false);
    await users.change(taras.id, { isDisabled: true });
    await expect(links.use(link.id, now, 'switched off')).rejects.toMatchObject({ code: 'session.disabled' });
    expect((await links.findBySecretHash(link.secretHash))?.usedAt).toBeNull();
    await links.withdraw(taras.id, now);
    expect(await links.use(link.id, now, 'withdrawn')).toBe(false);
    expect((await users.findById(taras.id))?.passwordHash).toBe(taras.passwordHash);
  });

  test('an account and its link are there together or not at all, and it has no password', async () => {
    const { links, users } = fixture.storage;
    const invited = buildStoredUser('invited', { passwordHash: null });
    const link = buildLink('invitation', { userId: invited.id, purpose: 'invitation' });
    await users.create(invited, link);
    expect(await users.findById(invited.id)).toEqual(invited);
    expect(await links.listOpen(now)).toEqual([link]);
    const again = buildStoredUser('again');
    await expect(users.create(again, { ...link, id: 'other', userId: again.id })).rejects.toThrow();
    expect(await users.findById(again.id)).toBeNull();
  });

  test('ACC-96 an administrator who has set no password yet is nobody to leave the product to', async () => {
    const { users } = fixture.storage;
    await users.create(buildStoredUser('invited', { passwordHash: null, isAdministrator: true }));
    await expect(users.change(olena.id, { isAdministrator: false })).rejects.toMatchObject({
      code: 'user.last-administrator',
    });
  });

  test('when somebody was last seen outlives their sessions', async () => {
    const { sessions } = fixture.storage;
    await sessions.create(buildSession());
    await sessions.touch('session', now + 7);
    await sessions.revokeAllOfUser(taras.id);
    expect(await sessions.readLastSeen()).toEqual(new Map([[taras.id, now + 7]]));
  });
}

function buildLink(id: string, change: Partial<StoredLink> = {}): StoredLink {
  return {
    id,
    secretHash: `hash-of-${id}`,
    userId: taras.id,
    purpose: 'reset',
    createdBy: olena.id,
    createdAt: now,
    expiresAt: now + 1_000,
    usedAt: null,
    withdrawnAt: null,
    ...change,
  };
}

function buildSession() {
  return {
    id: 'session',
    secretHash: 'hash-of-session',
    userId: taras.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + 1_000,
    userAgent: 'Переглядач',
    issuer: null,
    isStrong: false,
  };
}
