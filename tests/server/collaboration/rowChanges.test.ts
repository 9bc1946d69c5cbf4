import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { RowChanges } from '#server/collaboration/journal/RowChanges.ts';
import type { JournalEntry } from '#server/storage/Storage.ts';
import { RowId, UserId } from '#shared/model/ids.ts';
import { deleteRow, insertRow, moveRow, setCell } from '#shared/sheet/sheetDocument.ts';

const rowIds = ['r1', 'r2', 'r3'].map((id) => RowId.parse(id));
const people = ['u1', 'u2', 'u3'].map((id) => UserId.parse(id));

type Step = {
  person: number;
  row: number;
  act: 'insert' | 'content' | 'note' | 'move' | 'delete' | 'send' | 'receive';
};

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.nat(people.length - 1),
  row: fc.nat(rowIds.length - 1),
  act: fc.constantFrom('insert', 'content', 'note', 'move', 'delete', 'send', 'send', 'receive'),
});

/** What happens to three people's sheets, as the journal has it: several edits may travel as one entry. */
function tell(steps: readonly Step[]): JournalEntry[] {
  const docs = people.map(() => new Y.Doc());
  const sent = people.map(() => Y.encodeStateVector(new Y.Doc()));
  const entries: JournalEntry[] = [];
  const send = (person: number) => {
    const doc = docs[person];
    const vector = sent[person];
    if (doc === undefined || vector === undefined) return;
    const update = Y.encodeStateAsUpdate(doc, vector);
    sent[person] = Y.encodeStateVector(doc);
    entries.push({
      documentName: 'sheet/r/o',
      sequence: entries.length + 1,
      userId: people[person] ?? null,
      time: 1_000 + entries.length,
      update,
      hash: new Uint8Array(),
    });
  };
  for (const [index, { person, row, act }] of steps.entries()) {
    const doc = docs[person];
    const id = rowIds[row];
    if (doc === undefined || id === undefined) continue;
    if (act === 'insert') insertRow(doc, { id, kind: 'activity', order: 'a0', values: {} });
    else if (act === 'content' || act === 'note') setCell(doc, id, act, `${index}`);
    else if (act === 'move') moveRow(doc, id, `a${index}`);
    else if (act === 'delete') deleteRow(doc, id);
    else if (act === 'send') send(person);
    else for (const { update } of entries) Y.applyUpdate(doc, update);
  }
  for (const person of people.keys()) send(person);
  return entries;
}

/** By looking through every entry for each value that stands. */
function recount(doc: Y.Doc, entries: readonly JournalEntry[]): (number | null)[] {
  return rowIds.map((rowId) => {
    const items = [doc.getMap('rows')._map.get(rowId)];
    for (const field of ['content', 'note']) items.push(doc.getMap('cells')._map.get(`${rowId}/${field}`));
    const sequences = items.flatMap((item) => {
      if (item === undefined || item.deleted) return [];
      const { client, clock } = item.id;
      const wrote = entries.find(({ update }) =>
        Y.decodeUpdate(update).structs.some(
          ({ id, length }) => id.client === client && id.clock <= clock && clock < id.clock + length,
        ),
      );
      return wrote === undefined ? [] : [wrote.sequence];
    });
    return sequences.length === 0 ? null : Math.max(...sequences);
  });
}

describe('RowChanges', () => {
  it('HIS-1 says what looking through the whole journal says, however often it is asked', () => {
    let rows = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (steps, slice) => {
        const entries = tell(steps);
        const doc = new Y.Doc();
        doc.getMap('rows');
        doc.getMap('cells');
        const asked = new RowChanges();
        const late = new RowChanges();
        for (let from = 0; from < entries.length; from += slice) {
          const part = entries.slice(from, from + slice);
          for (const { update } of part) Y.applyUpdate(doc, update);
          asked.take(doc, part);
        }
        late.take(doc, entries);
        const expected = recount(doc, entries);
        rows += expected.filter((sequence) => sequence !== null).length;
        // A row that is gone is asked about by nobody.
        const present = rowIds.flatMap((id, index) => (doc.getMap('rows').has(id) ? [index] : []));
        for (const changes of [asked, late]) {
          const found = rowIds.map((id) => changes.find(id)?.sequence ?? null);
          expect(present.map((index) => found[index])).toEqual(present.map((index) => expected[index]));
        }
      }),
      { numRuns: 150 },
    );
    expect(rows).toBeGreaterThan(50);
  });

  it('HIS-4 a gap in somebody’s update claims nothing of what comes to stand there', () => {
    const doc = new Y.Doc();
    insertRow(doc, { id: RowId.parse('r1'), kind: 'activity', order: 'a0', values: {} });
    // One client, one structure: a gap (kind 10) of a thousand from its beginning; no deletions.
    const gap = encoding.createEncoder();
    for (const value of [1, 1, doc.clientID, 0]) encoding.writeVarUint(gap, value);
    encoding.writeUint8(gap, 10);
    for (const value of [1_000, 0]) encoding.writeVarUint(gap, value);
    const changes = new RowChanges();
    const written = { documentName: 'sheet/r/o', time: 1, hash: new Uint8Array() };
    const [attacker = null, author = null] = people;
    changes.take(doc, [
      { ...written, sequence: 1, userId: attacker, update: encoding.toUint8Array(gap) },
      { ...written, sequence: 2, userId: author, update: Y.encodeStateAsUpdate(doc) },
    ]);
    expect(changes.find(RowId.parse('r1'))).toMatchObject({ sequence: 2, userId: author });
  });
});
