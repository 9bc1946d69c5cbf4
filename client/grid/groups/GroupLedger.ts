import type { RowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { type RowSummands, type RowSums, readSummands, SumTally } from '../RowSums.ts';
import type { GroupId } from './GroupId.ts';

type Counted = { group: GroupId; summands: RowSummands };

/** Sums of the rows that are counted, by group and of all: a change costs the change, not a recount. */
export class GroupLedger {
  #idOf: (row: Row) => GroupId;
  #rows = new Map<RowKey, Counted>();
  #groups = new Map<GroupId, SumTally>();
  #all = new SumTally();

  constructor(idOf: (row: Row) => GroupId) {
    this.#idOf = idOf;
  }

  /** Counts nothing any more. */
  reset(idOf: (row: Row) => GroupId): void {
    this.#idOf = idOf;
    this.#rows = new Map();
    this.#groups = new Map();
    this.#all = new SumTally();
  }

  has(key: RowKey): boolean {
    return this.#rows.has(key);
  }

  /** Null for a row that is not counted. */
  groupOf(key: RowKey): GroupId | null {
    return this.#rows.get(key)?.group ?? null;
  }

  /** Counts the row as it is now, in place of how it was counted before; null: not at all. */
  set(key: RowKey, row: Row | null): void {
    const before = this.#rows.get(key);
    if (before !== undefined) this.#add(before, -1);
    if (row === null) {
      this.#rows.delete(key);
      return;
    }
    const counted: Counted = { group: this.#idOf(row), summands: readSummands(row) };
    this.#rows.set(key, counted);
    this.#add(counted, 1);
  }

  /** Of all counted rows. */
  all(): RowSums {
    return this.#all.read();
  }

  /** Only groups with rows. */
  groups(): ReadonlyMap<GroupId, RowSums> {
    return new Map([...this.#groups].map(([id, tally]) => [id, tally.read()]));
  }

  #add({ group, summands }: Counted, sign: 1 | -1): void {
    this.#all.add(summands, sign);
    const tally = this.#groups.get(group) ?? new SumTally();
    tally.add(summands, sign);
    if (tally.rowCount === 0) this.#groups.delete(group);
    else this.#groups.set(group, tally);
  }
}
