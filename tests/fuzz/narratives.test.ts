import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStorage } from '#server/storage/openStorage.ts';
import type { Storage } from '#server/storage/Storage.ts';
import { buildStoredUser } from '#tests/support/buildStoredUser.ts';
import { SeededRandom } from '#tests/support/SeededRandom.ts';
import { readFuzzSettings } from './readFuzzSettings.ts';
import { checkEverybodyAgrees, checkNothingIsTakenBack } from './world/checkWorld.ts';
import { FuzzWorld, type Happened } from './world/FuzzWorld.ts';
import { textEditKinds } from './world/randomTextEdit.ts';
import { checkText, textSubject } from './world/textSubject.ts';

/** A sixth of what the sheets get: below the text is the same path of an edit. */
const { seeds, isReplay } = readFuzzSettings(6);
const users = ['u1', 'u2', 'u3', 'u4', 'u5'].map((login) => buildStoredUser(login));

let folder = '';
let storage: Storage;
let runs = 0;
const happened: Happened = {};

beforeAll(async () => {
  folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zvit-fuzz-'));
  storage = await openStorage({ databaseUrl: null, file: join(folder, 'zvit.sqlite') });
  for (const user of users) await storage.users.create(user);
});

afterAll(async () => {
  await storage.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  vi.useFakeTimers({
    now: 1_600_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  // Hocuspocus prints every change it is told to refuse; a full disk is no news here.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function run(seed: number): Promise<void> {
  const random = new SeededRandom(seed);
  runs += 1;
  const world = new FuzzWorld({
    subject: textSubject,
    storage,
    random,
    runName: `text${runs}`,
    userIds: users.map(({ id }) => id),
    onServerDeath: checkNothingIsTakenBack,
  });
  try {
    await world.create();
    const steps = random.between(60, 240);
    for (let step = 0; step < steps; step += 1) await world.step();
    await checkNothingIsTakenBack(world);
    expect(await world.rest(), 'everything comes to rest').toBe(true);
    await checkNothingIsTakenBack(world);
    await checkEverybodyAgrees(world, checkText);
  } finally {
    for (const [kind, count] of Object.entries(world.happened) as [keyof Happened, number][]) {
      happened[kind] = (happened[kind] ?? 0) + count;
    }
    await world.close();
  }
}

describe('JRN-44 whatever happens to a text, everybody ends with the same one, and nothing shown as saved is lost', () => {
  test.each(seeds)('seed %i', (seed) => run(seed));

  test.skipIf(isReplay)('every kind of edit and of trouble was there', () => {
    const kinds = [...textEditKinds, 'crashClient', 'crashServer', 'pullCable', 'fillDisk'] as const;
    expect(kinds.filter((kind) => (happened[kind] ?? 0) < seeds.length / 20)).toEqual([]);
    expect(happened.edit).toBeGreaterThan(seeds.length * 8);
  });
});
