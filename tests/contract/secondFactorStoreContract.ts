import { beforeEach, expect, test } from 'vitest';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import type { StorageFixture } from './StorageFixture.ts';

const olena = buildStoredUser('olena');
const taras = buildStoredUser('taras');
const now = 1_790_000_000_000;
const codeHashes = ['hash-a', 'hash-b'];

export function describeSecondFactorStore(fixture: StorageFixture): void {
  beforeEach(async () => {
    await fixture.storage.users.create(olena);
    await fixture.storage.users.create(taras);
  });

  test('a secret counts when exactly it is confirmed, and no other takes its place then', async () => {
    const { secondFactors } = fixture.storage;
    expect(await secondFactors.propose(olena.id, 'FIRST', now)).toBe(true);
    expect(await secondFactors.propose(olena.id, 'SECOND', now)).toBe(true);
    const step = 7;
    expect(await secondFactors.confirm(olena.id, { secret: 'FIRST', step, now, codeHashes })).toBe(false);
    expect(await secondFactors.listConfirmed()).toEqual([]);
    expect(await secondFactors.takeStep(olena.id, 9)).toBe(false);
    expect(await secondFactors.confirm(olena.id, { secret: 'SECOND', step, now, codeHashes })).toBe(true);
    expect(await secondFactors.confirm(olena.id, { secret: 'SECOND', step, now, codeHashes })).toBe(false);
    expect(await secondFactors.propose(olena.id, 'THIRD', now)).toBe(false);
    await fixture.reopen();
    expect(await fixture.storage.secondFactors.find(olena.id)).toEqual({
      userId: olena.id,
      secret: 'SECOND',
      createdAt: now,
      confirmedAt: now,
      lastStep: step,
    });
    expect(await fixture.storage.secondFactors.listConfirmed()).toEqual([olena.id]);
    expect(await fixture.storage.secondFactors.find(taras.id)).toBeNull();
  });

  test('a step is used once, by one of several at once, and none before it after that', async () => {
    const { secondFactors } = fixture.storage;
    await secondFactors.propose(olena.id, 'SECRET', now);
    await secondFactors.confirm(olena.id, { secret: 'SECRET', step: 7, now, codeHashes });
    expect(await secondFactors.takeStep(olena.id, 7)).toBe(false);
    const used = await Promise.all([9, 9, 9].map((step) => secondFactors.takeStep(olena.id, step)));
    expect(used.filter((isUsed) => isUsed)).toHaveLength(1);
    expect(await secondFactors.takeStep(olena.id, 8)).toBe(false);
    expect(await secondFactors.takeStep(olena.id, 10)).toBe(true);
  });

  test('a recovery code is used once, by its owner, and goes with the second factor', async () => {
    const { secondFactors } = fixture.storage;
    await secondFactors.propose(olena.id, 'SECRET', now);
    await secondFactors.confirm(olena.id, { secret: 'SECRET', step: 7, now, codeHashes });
    expect(await secondFactors.countRecoveryCodes(olena.id)).toBe(2);
    expect(await secondFactors.takeRecoveryCode(taras.id, 'hash-a')).toBe(false);
    const used = await Promise.all([1, 2].map(() => secondFactors.takeRecoveryCode(olena.id, 'hash-a')));
    expect(used.sort()).toEqual([false, true]);
    expect(await secondFactors.remove(olena.id)).toBe(true);
    expect(await secondFactors.remove(olena.id)).toBe(false);
    expect(await secondFactors.countRecoveryCodes(olena.id)).toBe(0);
    expect(await secondFactors.find(olena.id)).toBeNull();
  });

  test('codes are replaced whole, a secret by exactly the one that stands', async () => {
    const { secondFactors } = fixture.storage;
    expect(await secondFactors.replaceRecoveryCodes(olena.id, ['hash-x'])).toBe(false);
    await secondFactors.propose(olena.id, 'SECRET', now);
    expect(await secondFactors.replaceRecoveryCodes(olena.id, ['hash-x'])).toBe(false);
    await secondFactors.confirm(olena.id, { secret: 'SECRET', step: 7, now, codeHashes });
    expect(await secondFactors.replaceRecoveryCodes(olena.id, ['hash-x'])).toBe(true);
    expect(await secondFactors.takeRecoveryCode(olena.id, 'hash-a')).toBe(false);
    expect(await secondFactors.takeRecoveryCode(olena.id, 'hash-x')).toBe(true);
    await secondFactors.replaceSecret(olena.id, 'OTHER', 'NEXT');
    expect(await secondFactors.listSecrets()).toEqual([{ userId: olena.id, secret: 'SECRET' }]);
    await secondFactors.replaceSecret(olena.id, 'SECRET', 'NEXT');
    expect(await secondFactors.listSecrets()).toEqual([{ userId: olena.id, secret: 'NEXT' }]);
  });
}
