import { expect, test } from 'vitest';
import { runInSlices } from '#client/sync/runInSlices.ts';
import type { Steps } from '#client/sync/runSteps.ts';

function* count(to: number, onStep: (step: number) => void): Steps<string> {
  for (let step = 1; step <= to; step += 1) {
    onStep(step);
    yield step;
  }
  return 'whole';
}

const ignore = () => undefined;

test('what fits into one slice is done before anybody else comes to work', async () => {
  let done = 0;
  const result = runInSlices(
    count(5, (step) => {
      done = step;
    }),
    { sliceMs: Number.POSITIVE_INFINITY },
  );
  expect(done).toBe(5);
  expect(await result).toBe('whole');
});

test('longer work lets others in after each slice, and says how far it is', async () => {
  const heard: number[] = [];
  const result = await runInSlices(count(3, ignore), { sliceMs: 0, onProgress: (done) => heard.push(done) });
  expect(result).toBe('whole');
  expect(heard).toEqual([1, 2, 3]);
});

test('no step is begun after the work was stopped, within a slice or between two', async () => {
  for (const sliceMs of [0, Number.POSITIVE_INFINITY]) {
    const stop = new AbortController();
    const steps: number[] = [];
    const work = count(9, (step) => {
      steps.push(step);
      if (step === 4) stop.abort();
    });
    expect(await runInSlices(work, { signal: stop.signal, sliceMs })).toBeNull();
    expect(steps).toEqual([1, 2, 3, 4]);
  }
});
