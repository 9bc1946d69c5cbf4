import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryOutcome, Reversing } from '#client/sync/history/HistoryChange.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { compare, organisations, TownPerson } from './Town.ts';

const [o1, o2] = [must(organisations[0], 'o1'), must(organisations[1], 'o2')];
const rowIds = ['r1', 'r2', 'r3'].map((id) => RowId.parse(id));
const [r1, r2] = [must(rowIds[0], 'r1'), must(rowIds[1], 'r2')];

const setNote = (rowId: RowId, value: string | null, organisationId = o1): ReportEdit => ({
  kind: 'set',
  organisationId,
  rowId,
  field: 'note',
  value,
});
const insert = (id: RowId, organisationId = o1): ReportEdit => ({
  kind: 'insert',
  organisationId,
  row: { id, kind: 'expenditure', order: 'a1', values: { note: 'було' } },
});
const remove = (rowId: RowId): ReportEdit => ({ kind: 'delete', organisationId: o1, rowId });

/** Two people who have the same rows. */
function openTown() {
  const [mine, theirs] = [new TownPerson(1), new TownPerson(2)];
  theirs.write([insert(r1), insert(r2), insert(r1, o2)]);
  mine.receive(theirs);
  return { mine, theirs };
}

const note = (person: TownPerson, rowId: RowId, organisationId = o1) =>
  person.read().get(`${organisationId}/${rowId}/note`);

describe('what somebody else wrote since', () => {
  test('SYN-20 a cell goes back only while it stands as one’s own deed left it', async () => {
    const { mine, theirs } = openTown();
    mine.write([setNote(r1, 'моє'), setNote(r2, 'моє')]);
    theirs.receive(mine);
    theirs.write([setNote(r1, 'чуже')]);
    mine.receive(theirs);
    const change = await mine.writer.reverse('undo');
    expect(change).toMatchObject({ count: 1, keptCount: 1, places: [{ rowId: r2, field: 'note' }] });
    expect([note(mine, r1), note(mine, r2)]).toEqual(['чуже', 'було']);
    expect(await mine.writer.reverse('redo')).toMatchObject({ count: 1, keptCount: 1 });
    expect([note(mine, r1), note(mine, r2)]).toEqual(['чуже', 'моє']);
  });

  test('SYN-20 also when the later value is the same, and when an undo has brought it back', () => {
    const { mine, theirs } = openTown();
    mine.write([setNote(r1, 'раз')]);
    theirs.receive(mine);
    theirs.write([setNote(r1, 'два')]);
    theirs.write([setNote(r1, 'раз')]);
    mine.receive(theirs);
    mine.write([setNote(r1, 'три')]);
    mine.reverse('undo');
    expect(note(mine, r1)).toBe('раз');
    mine.reverse('undo');
    expect(note(mine, r1)).toBe('раз');
  });

  test('SYN-20 a row that came stays when somebody else has written into it', async () => {
    const { mine, theirs } = openTown();
    const r3 = must(rowIds[2], 'r3');
    mine.write([insert(r3)]);
    theirs.receive(mine);
    theirs.write([setNote(r3, 'чуже')]);
    mine.receive(theirs);
    expect(await mine.writer.reverse('undo')).toMatchObject({ count: 0, keptCount: 1 });
    expect(note(mine, r3)).toBe('чуже');
  });

  test('SYN-20 a deleted row comes back with what others wrote into it meanwhile', () => {
    const { mine, theirs } = openTown();
    mine.write([remove(r1)]);
    theirs.write([setNote(r1, 'чуже')]);
    mine.receive(theirs);
    mine.reverse('undo');
    expect(note(mine, r1)).toBe('чуже');
    mine.reverse('redo');
    expect(note(mine, r1)).toBe('чуже');
  });

  test('SYN-20 an edit made before a row was deleted can be taken back after the row', () => {
    const { mine } = openTown();
    mine.write([setNote(r1, 'раз')]);
    mine.write([remove(r1)]);
    mine.reverse('undo');
    expect(note(mine, r1)).toBe('раз');
    mine.reverse('undo');
    expect(note(mine, r1)).toBe('було');
    mine.reverse('redo');
    mine.reverse('redo');
    expect(mine.read().has(`o1/${r1}`)).toBe(false);
  });
});

describe('steps', () => {
  test('SYN-21 one gesture is one step over all sheets, and redo is lost by a new edit', async () => {
    const { mine } = openTown();
    mine.write([setNote(r1, 'раз'), setNote(r1, 'два', o2)]);
    const change = await mine.writer.reverse('undo');
    expect(change).toMatchObject({ places: [{ organisationId: o1 }, { organisationId: o2 }] });
    expect([note(mine, r1), note(mine, r1, o2)]).toEqual(['було', 'було']);
    expect(mine.writer.canRedo).toBe(true);
    mine.write([setNote(r2, 'інше')]);
    expect(mine.writer.canRedo).toBe(false);
    expect(await mine.writer.reverse('redo')).toBeNull();
  });

  test('SYN-24 a step can be taken back out of its turn, and then only once', async () => {
    const { mine } = openTown();
    const step = mine.writer.write([remove(r1)]);
    mine.write([setNote(r2, 'інше')]);
    expect(await mine.writer.takeBack(step)).toMatchObject({ count: 1 });
    expect([note(mine, r1), note(mine, r2)]).toEqual(['було', 'інше']);
    expect(await mine.writer.takeBack(step)).toBeNull();
    mine.reverse('undo');
    expect(note(mine, r2)).toBe('було');
    expect(mine.writer.canUndo).toBe(false);
  });

  test('SYN-22 thousands of edits are one step, written and taken back in slices', async () => {
    const { mine } = openTown();
    const before = mine.read();
    const updates: number[] = [];
    for (const doc of mine.docs.values())
      doc.on('update', (update: Uint8Array) => updates.push(update.byteLength));
    const edits = Array.from(
      { length: 5_000 },
      (_, index): ReportEdit => ({
        kind: 'insert',
        organisationId: index % 2 === 0 ? o1 : o2,
        row: {
          id: RowId.parse(`n${index}`),
          kind: 'activity',
          order: 'a2',
          values: { content: 'довгий текст '.repeat(40) },
        },
      }),
    );
    const progress: number[] = [];
    const outcome = await mine.writer.writeInSlices(edits, { onProgress: (done) => progress.push(done) });
    expect(outcome).toMatchObject({ end: 'done', done: 5_000, total: 5_000 });
    expect(progress.at(-1)).toBe(5_000);
    expect(updates.length).toBeGreaterThan(5);
    expect(Math.max(...updates)).toBeLessThan(1024 * 1024);
    expect(await mine.writer.reverse('undo')).toMatchObject({ count: 5_000, keptCount: 0 });
    expect(mine.read()).toEqual(before);
    expect(mine.writer.canUndo).toBe(false);
    await mine.writer.reverse('redo');
    expect(mine.read().size).toBeGreaterThan(50_000);
  });

  test('SYN-22 stopping keeps what is written, as one step that can be taken back', async () => {
    const { mine } = openTown();
    const before = mine.read();
    const edits = Array.from({ length: 3_000 }, (_, index) => insert(RowId.parse(`n${index}`)));
    const stop = new AbortController();
    const outcome = await mine.writer.writeInSlices(edits, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(outcome.end).toBe('stopped');
    expect(outcome.done).toBeGreaterThan(0);
    expect(outcome.done).toBeLessThan(3_000);
    expect(mine.read().has('o1/n0')).toBe(true);
    await outcome.takeBack();
    expect(mine.read()).toEqual(before);
  });

  test('SYN-22 nothing is undone while something long is being written', async () => {
    const { mine } = openTown();
    mine.write([setNote(r1, 'раз')]);
    const edits = Array.from({ length: 500 }, (_, index) => insert(RowId.parse(`n${index}`)));
    const writing = mine.writer.writeInSlices(edits);
    expect(mine.writer.canUndo).toBe(false);
    expect(await mine.writer.reverse('undo')).toBe('busy');
    expect(await mine.writer.writeInSlices(edits)).toMatchObject({ end: 'busy', done: 0 });
    const outcome = await writing;
    expect(outcome.end).toBe('done');
    expect(mine.writer.canUndo).toBe(true);
    const undoing = mine.writer.reverse('undo');
    expect(await outcome.takeBack()).toBe('busy');
    expect(await undoing).toMatchObject({ count: 500 });
  });

  describe('a long step that is stopped on its way back', () => {
    const rowCount = 3_000;
    const edits = Array.from({ length: rowCount }, (_, index) => insert(RowId.parse(`n${index}`)));

    /** One short step, a long one, another short one. */
    async function writeSteps() {
      const { mine } = openTown();
      const before = mine.read();
      mine.write([setNote(r1, 'перше')]);
      const outcome = await mine.writer.writeInSlices(edits);
      const written = mine.read();
      mine.write([setNote(r2, 'останнє')]);
      return { mine, before, written, outcome };
    }

    /** Stops at the first word of how far it is. */
    async function stopAtOnce(person: TownPerson, work: () => Promise<HistoryOutcome>) {
      const heard: Reversing[] = [];
      person.onReversing = (reversing) => {
        heard.push(reversing);
        reversing.stop();
      };
      const change = await work();
      person.onReversing = () => {};
      expect(heard).toHaveLength(1);
      expect(heard[0]?.total).toBe(rowCount);
      if (change === null || change === 'busy') throw new Error('nothing was taken back');
      expect(change.count).toBe(heard[0]?.done);
      expect(change.restCount).toBe(rowCount - change.count);
      expect(change.count).toBeGreaterThan(0);
      return change;
    }

    test('SYN-26 leaves the rest to the next undo, and what is taken back to redo', async () => {
      const { mine, before, written } = await writeSteps();
      mine.reverse('undo');
      const { count } = await stopAtOnce(mine, () => mine.writer.reverse('undo'));
      // From its end: the rows that came last are gone.
      expect(mine.read().has(`o1/n${rowCount - count - 1}`)).toBe(true);
      expect(mine.read().has(`o1/n${rowCount - count}`)).toBe(false);
      expect(await mine.writer.reverse('redo')).toMatchObject({ count, restCount: 0 });
      expect(mine.read()).toEqual(written);
      expect(await mine.writer.reverse('undo')).toMatchObject({ count });
      expect(await mine.writer.reverse('undo')).toMatchObject({ count: rowCount - count });
      expect(await mine.writer.reverse('undo')).toMatchObject({ count: 1 });
      expect(mine.read()).toEqual(before);
      expect(mine.writer.canUndo).toBe(false);
    });

    test('SYN-26 leaves the rest to the next redo, and what is done again to undo', async () => {
      const { mine, before, written } = await writeSteps();
      for (let step = 0; step < 3; step += 1) await mine.writer.reverse('undo');
      await mine.writer.reverse('redo');
      const { count } = await stopAtOnce(mine, () => mine.writer.reverse('redo'));
      expect(await mine.writer.reverse('redo')).toMatchObject({ count: rowCount - count });
      expect(mine.read()).toEqual(written);
      for (let step = 0; step < 3; step += 1) await mine.writer.reverse('undo');
      expect(mine.read()).toEqual(before);
      expect(mine.writer.canUndo).toBe(false);
    });

    test('SYN-26 keeps its place under what is written meanwhile, which ends redo', async () => {
      const { mine, before } = await writeSteps();
      mine.reverse('undo');
      const { count } = await stopAtOnce(mine, () => {
        const undoing = mine.writer.reverse('undo');
        mine.write([setNote(r2, 'тим часом')]);
        return undoing;
      });
      expect(mine.writer.canRedo).toBe(false);
      expect(await mine.writer.reverse('undo')).toMatchObject({ count: 1 });
      expect(await mine.writer.reverse('undo')).toMatchObject({ count: rowCount - count });
      mine.reverse('undo');
      expect(mine.read()).toEqual(before);
    });

    test('SYN-26 is taken back to its end by the same way back, also out of its turn', async () => {
      const { mine, outcome } = await writeSteps();
      const { count } = await stopAtOnce(mine, outcome.takeBack);
      expect(await outcome.takeBack()).toMatchObject({ count: rowCount - count, restCount: 0 });
      expect(await outcome.takeBack()).toBeNull();
      expect([note(mine, r1), note(mine, r2)]).toEqual(['перше', 'останнє']);
      expect(mine.read().has('o1/n0')).toBe(false);
    });
  });
});

describe('random work of two people', () => {
  const value = fc.constantFrom('раз', 'два', null);
  const place = fc.record({
    organisationId: fc.constantFrom(...organisations),
    rowId: fc.constantFrom(...rowIds),
  });
  const edit: fc.Arbitrary<ReportEdit> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(place, fc.constantFrom('note' as const, 'reason' as const), value)
        .map(([at, field, value]) => ({ kind: 'set' as const, ...at, field, value })),
    },
    { weight: 2, arbitrary: place.map(({ organisationId, rowId }) => insert(rowId, organisationId)) },
    { weight: 1, arbitrary: place.map((at) => ({ kind: 'delete' as const, ...at })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(place, fc.constantFrom('a0', 'a3'))
        .map(([at, order]) => ({ kind: 'move' as const, ...at, order })),
    },
  );
  const act = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(edit, { minLength: 1, maxLength: 4 })
        .map((edits) => ({ kind: 'write' as const, edits })),
    },
    { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'receive' as const }) },
  );
  const story = fc.array(fc.tuple(fc.constantFrom(0, 1), act), { maxLength: 40 });

  test('SYN-20 undo and redo change only what their own person changed last, and all copies become the same', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const people = [new TownPerson(1), new TownPerson(2)];
        // By person, for each thing they see: whether it was they who changed it last.
        const isMine = people.map(() => new Map<string, boolean>());
        for (const [index, act] of acts) {
          const person = must(people[index], 'a person');
          const marks = must(isMine[index], 'their marks');
          const before = person.read();
          if (act.kind === 'write') person.write(act.edits);
          else if (act.kind === 'receive') person.receive(must(people[1 - index], 'the other'));
          else person.reverse(act.kind);
          const changed = compare(before, person.read());
          if (act.kind === 'undo' || act.kind === 'redo') {
            const gone = new Set(changed.filter((name) => before.get(name) === true));
            for (const name of changed) {
              // A row that comes back brings along what others wrote; one that goes takes only one's own.
              const row = name.split('/').slice(0, 2).join('/');
              if (!before.has(row)) continue;
              const isUntouched = gone.has(row) && !marks.has(name);
              expect(isUntouched || marks.get(name), `${act.kind} of ${name}`).toBe(true);
            }
          }
          for (const name of changed) marks.set(name, act.kind !== 'receive');
        }
        const [first, second] = [must(people[0], 'first'), must(people[1], 'second')];
        first.receive(second);
        second.receive(first);
        expect(first.read()).toEqual(second.read());
      }),
      { numRuns: 500 },
    );
  });

  test('SYN-21 with nobody else, undoing everything gives what was there before, and redoing everything what came after', () => {
    const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(steps, (written) => {
        const person = new TownPerson(1);
        person.write([insert(r1), insert(r2), insert(r1, o2)]);
        const seen = [person.read()];
        for (const edits of written) {
          const isStep = person.writer.write(edits).parts.length > 0;
          if (isStep) seen.push(person.read());
        }
        for (const state of seen.toReversed().slice(1)) {
          person.reverse('undo');
          expect(person.read()).toEqual(state);
        }
        for (const state of seen.slice(1)) {
          person.reverse('redo');
          expect(person.read()).toEqual(state);
        }
      }),
      { numRuns: 300 },
    );
  });
});
