import { env } from 'node:process';
import { expect, test } from 'vitest';
import { createKillTown } from '#tests/support/kill/createKillTown.ts';
import { runKillRounds } from '#tests/support/kill/runKillRounds.ts';

const rounds = Number(env.KILL_ROUNDS ?? 20);
const seed = Number(env.KILL_SEED ?? 2020);

test(`JRN-43 ${rounds} times killed under twenty writers of rows and text, nothing that was shown as saved is lost (seed ${seed})`, async () => {
  const town = await createKillTown({ people: 20, sheets: 4, textWriterEvery: 4 });
  const result = await runKillRounds(town, { rounds, seed, pauseMs: 60 });
  await town.remove();
  expect(result.lost).toBe(0);
  expect(result.surprises).toEqual([]);
  // It proves something only if there was something to lose.
  expect(result.rounds).toBe(rounds);
  expect(result.killedWhileWriting).toBeGreaterThan(rounds / 2);
  expect(result.saved).toBeGreaterThan(rounds * 20);
  expect(result.savedInTexts).toBeGreaterThan(rounds * 2);
}, 900_000);
