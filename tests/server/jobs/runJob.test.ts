import { describe, expect, test } from 'vitest';
import { runJob } from '#server/jobs/runJob.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { Misbehaviour } from '#tests/support/jobs/misbehave.ts';

const module = new URL('../../support/jobs/misbehave.ts', import.meta.url);

function run(how: Misbehaviour, value: unknown = null, options: { signal?: AbortSignal } = {}) {
  return runJob<unknown, string>(module, { how, value }, { maxHeapMb: 64, ...options });
}

describe('a job in a process of its own', () => {
  test('EXP-13 gets and answers values as between threads, and tells on its way', async () => {
    const value = {
      sums: new Map([['d1', 437_603_56n]]),
      bytes: new Uint8Array([0, 255]),
      large: 'ї'.repeat(3_000_000),
    };
    const notes: string[] = [];
    const answer = await runJob<unknown, string>(
      module,
      { how: 'answer', value },
      { maxHeapMb: 64, onNote: (note) => notes.push(note) },
    );
    expect(answer).toEqual(value);
    expect(notes).toEqual(['begun']);
  });

  test('EXP-13 its errors arrive as what they are', async () => {
    await expect(run('refuse')).rejects.toThrow(AppError);
    await expect(run('refuse')).rejects.toMatchObject({ code: 'report.unknown' });
    await expect(run('throw')).rejects.toThrow(new RangeError('too far'));
  });

  test.each([
    ['die', 'SIGABRT'],
    ['exit', 'code 3'],
    ['hoard', 'heap out of memory'],
  ] as const)(
    'EXP-13 one that ends without an answer (%s) is told, and ends nothing else',
    async (how, told) => {
      await expect(run(how)).rejects.toThrow(told);
      expect(await run('answer', 1)).toBe(1);
    },
  );

  test('EXP-39 is ended by who asked, at once or before it began', async () => {
    const reason = new Error('досить');
    const stop = new AbortController();
    const hanging = runJob(
      module,
      { how: 'hang', value: null },
      { maxHeapMb: 64, signal: stop.signal, onNote: () => stop.abort(reason) },
    );
    await expect(hanging).rejects.toBe(reason);
    await expect(run('answer', 1, { signal: stop.signal })).rejects.toBe(reason);
  });
});
