import { beforeEach, expect, test } from 'vitest';
import type { StoredSession, StoredToken } from '#server/storage/Storage.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const olena = buildStoredUser('olena');
const taras = buildStoredUser('taras');
const now = 1_790_000_000_000;

export function describeSessionStores(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.users.create(olena);
    await fixture.storage.users.create(taras);
  });

  test('a session is found by its hash until it ends, and after a restart', async () => {
    const session = buildSession('one');
    await fixture.storage.sessions.create(session);
    await fixture.reopen();
    const { sessions } = fixture.storage;
    expect(await sessions.findBySecretHash(session.secretHash, now)).toEqual(session);
    expect(await sessions.findBySecretHash('another', now)).toBeNull();
    expect(await sessions.findBySecretHash(session.secretHash, session.expiresAt)).toBeNull();
    await sessions.touch(session.id, now + 5);
    const touched = { ...session, lastSeenAt: now + 5 };
    expect(await sessions.findBySecretHash(session.secretHash, now)).toEqual(touched);
  });

  test('sessions are listed newest first, without ended ones and those of others', async () => {
    const { sessions } = fixture.storage;
    const [old, recent, ended] = [
      buildSession('old', { lastSeenAt: now }),
      buildSession('recent', { lastSeenAt: now + 9 }),
      buildSession('ended', { expiresAt: now }),
    ];
    for (const session of [old, recent, ended, buildSession('his', { userId: taras.id })]) {
      await sessions.create(session);
    }
    expect(await sessions.listOfUser(olena.id, now)).toEqual([recent, old]);
  });

  test('only its owner revokes a session, once', async () => {
    const { sessions } = fixture.storage;
    const session = buildSession('one');
    await sessions.create(session);
    expect(await sessions.revoke(session.id, taras.id)).toBe(false);
    expect(await sessions.revoke(session.id, olena.id)).toBe(true);
    expect(await sessions.revoke(session.id, olena.id)).toBe(false);
    expect(await sessions.findBySecretHash(session.secretHash, now)).toBeNull();
  });

  test('all sessions of a user end together, but for the one that is kept', async () => {
    const { sessions } = fixture.storage;
    const his = buildSession('his', { userId: taras.id });
    const kept = buildSession('kept');
    for (const session of [kept, buildSession('b'), buildSession('c'), his]) await sessions.create(session);
    await sessions.revokeAllOfUser(olena.id, kept.id);
    expect(await sessions.listOfUser(olena.id, now)).toEqual([kept]);
    await sessions.revokeAllOfUser(olena.id);
    expect(await sessions.listOfUser(olena.id, now)).toEqual([]);
    expect(await sessions.listOfUser(taras.id, now)).toEqual([his]);
  });

  test('ended sessions are deleted, others stay', async () => {
    const { sessions } = fixture.storage;
    const kept = buildSession('kept');
    const ended = buildSession('ended', { expiresAt: now });
    for (const session of [kept, ended]) await sessions.create(session);
    await sessions.deleteExpired(now);
    expect(await sessions.listOfUser(olena.id, 0)).toEqual([kept]);
  });

  test('a token is found by its hash until it is revoked by its owner', async () => {
    const token = buildToken('one');
    await fixture.storage.tokens.create(token);
    await fixture.reopen();
    const { tokens } = fixture.storage;
    expect(await tokens.findByHash(token.tokenHash)).toEqual(token);
    await tokens.touch(token.id, now + 7);
    expect(await tokens.findByHash(token.tokenHash)).toEqual({ ...token, lastUsedAt: now + 7 });
    expect(await tokens.revoke(token.id, taras.id)).toBe(false);
    expect(await tokens.revoke(token.id, olena.id)).toBe(true);
    expect(await tokens.findByHash(token.tokenHash)).toBeNull();
  });

  test('tokens are listed newest first, without those of others', async () => {
    const { tokens } = fixture.storage;
    const [old, recent] = [buildToken('old'), buildToken('recent', { createdAt: now + 1 })];
    for (const token of [old, recent, buildToken('his', { userId: taras.id })]) await tokens.create(token);
    expect(await tokens.listOfUser(olena.id)).toEqual([recent, old]);
  });
}

function buildSession(id: string, change: Partial<StoredSession> = {}): StoredSession {
  return {
    id,
    secretHash: `hash-of-${id}`,
    userId: olena.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + 1_000,
    userAgent: 'Переглядач «Тест» 1.0',
    issuer: null,
    isStrong: false,
    ...change,
  };
}

function buildToken(id: string, change: Partial<StoredToken> = {}): StoredToken {
  return {
    id,
    tokenHash: `hash-of-${id}`,
    userId: olena.id,
    name: 'Скрипт',
    createdAt: now,
    lastUsedAt: null,
    ...change,
  };
}
