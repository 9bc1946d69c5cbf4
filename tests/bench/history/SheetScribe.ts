import * as Y from 'yjs';
import { computeEntryHash } from '#server/storage/journalChain.ts';
import type { ClientOwner, JournalEntry, Storage } from '#server/storage/Storage.ts';
import { RowId, type UserId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { insertRow, setCell } from '#shared/sheet/sheetDocument.ts';
import type { SeededRandom } from '#tests/support/SeededRandom.ts';

export const pastRows = 2_000;
const entriesAtOnce = 1_000;
/** A year of work, whatever the number of changes. */
const firstTime = Date.UTC(2020, 0, 1);
const lastTime = Date.UTC(2020, 11, 31);

/**
 * Writes the journal of a sheet in which several people have changed one value after another. One
 * document is each of them in turn: what every one of them would send is the same.
 */
export class SheetScribe {
  readonly #storage: Pick<Storage, 'journal'>;
  readonly #name: string;
  readonly #writers: readonly UserId[];
  readonly #random: SeededRandom;
  readonly #doc = new Y.Doc();
  readonly #step: number;
  #updates: { update: Uint8Array; userId: UserId }[] = [];
  #writer: UserId;
  #head: Pick<JournalEntry, 'sequence' | 'hash'> | null = null;

  /** `changes` are spread over the year 2020. */
  constructor(
    storage: Pick<Storage, 'journal'>,
    name: string,
    { writers, changes, random }: { writers: readonly UserId[]; changes: number; random: SeededRandom },
  ) {
    this.#storage = storage;
    this.#name = name;
    this.#writers = writers;
    this.#random = random;
    this.#step = Math.floor((lastTime - firstTime) / changes);
    this.#writer = must(writers[0], 'a writer');
    this.#doc.on('update', (update: Uint8Array) => this.#updates.push({ update, userId: this.#writer }));
  }

  /** When the change was accepted. */
  timeOf(sequence: number): number {
    return firstTime + sequence * this.#step;
  }

  /** Puts the rows in, which are changes too, and goes on to `changes`. */
  async fill(changes: number): Promise<void> {
    for (let index = 0; index < pastRows; index += 1) {
      this.#takePen();
      const values = { content: `рядок ${index}`, quantity: index };
      insertRow(this.#doc, { id: pastRowAt(index), kind: 'activity', order: 'a0', values });
    }
    await this.#append();
    for (let done = pastRows; done < changes; done += entriesAtOnce) {
      await this.write(Math.min(entriesAtOnce, changes - done));
    }
  }

  /** As the server keeps one of every document that it has open. */
  async takeSnapshot(): Promise<void> {
    const sequence = must(this.#head, 'an entry').sequence;
    const state = Y.encodeStateAsUpdate(this.#doc);
    await this.#storage.journal.saveSnapshot({ documentName: this.#name, sequence, state });
  }

  /** So many more changes of a value of some row, each by some of the writers. */
  async write(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      this.#takePen();
      const row = pastRowAt(Math.floor(this.#random.next() * pastRows));
      setCell(this.#doc, row, 'quantity', Math.floor(this.#random.next() * 1e6));
    }
    await this.#append();
  }

  #takePen(): void {
    const index = Math.floor(this.#random.next() * this.#writers.length);
    this.#writer = must(this.#writers[index], 'a writer');
    this.#doc.clientID = index + 1;
  }

  async #append(): Promise<void> {
    const owners = new Map<number, ClientOwner>();
    const entries = this.#updates.map(({ update, userId }): JournalEntry => {
      const sequence = (this.#head?.sequence ?? 0) + 1;
      const entry = { documentName: this.#name, sequence, userId, time: this.timeOf(sequence), update };
      const hash = computeEntryHash(entry, this.#head?.hash ?? null);
      this.#head = { sequence, hash };
      const clientId = this.#writers.indexOf(userId) + 1;
      owners.set(clientId, { documentName: this.#name, clientId, userId });
      return { ...entry, hash };
    });
    this.#updates = [];
    await this.#storage.journal.append(entries, [...owners.values()]);
  }
}

export const pastRowAt = (index: number): RowId => RowId.parse(`row${index}`);
