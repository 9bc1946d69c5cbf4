import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JournalCheckAnswer } from '#shared/api/history.ts';
import { TransitionList } from '#shared/api/submission.ts';
import { FinalTown } from '#tests/server/finalising/FinalTown.ts';
import { addExpenditure, saved } from './SubmissionTown.ts';

const hourMs = 3_600_000;

let here: FinalTown;
beforeEach(async () => {
  here = await FinalTown.start();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await here.stop();
});

/** The clock of the server's machine, from now on wrong by so much. */
function setClock(offsetMs: number): void {
  vi.restoreAllMocks();
  const right = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => right() + offsetMs);
}

test('SUB-33 a clock that is set an hour back and forth changes no order, ends no session, and breaks no proof', async () => {
  const { town } = here;
  for (const offsetMs of [-hourMs, hourMs, 0]) {
    setClock(offsetMs);
    await here.town.step('coordinator', '/return', { note: 'ще раз' });
    const editor = await town.open('editor');
    addExpenditure(editor, `r${offsetMs + hourMs}`, { actualMinor: 50_00, plannedMinor: 50_00 });
    await saved(editor);
    editor.stop();
    await here.accept();
  }
  const listed = await town.person('viewer').get(town.sheetPath('/transitions'));
  const { transitions } = TransitionList.parse(listed.json());
  const steps = transitions.toSorted((a, b) => a.number - b.number);
  expect(steps.map(({ step }) => step)).toEqual([
    ...['submit', 'accept'],
    ...Array.from({ length: 3 }, () => ['return', 'submit', 'accept']).flat(),
  ]);
  expect(steps.map(({ sequence }) => sequence)).toEqual(
    steps.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
  );
  // What was meant by the clocks that were wrong is still told, each as it was read then.
  const times = steps.map(({ at }) => Date.parse(at));
  expect(times).not.toEqual(times.toSorted((a, b) => a - b));

  setClock(-hourMs);
  const version = await here.finalise();
  expect(version.versions).toHaveLength(1);
  const checked = await here.get('coordinator', '/journal-check');
  expect(JournalCheckAnswer.parse(checked.json())).toMatchObject({ problems: [] });
});
