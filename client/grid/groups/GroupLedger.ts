import type { RowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import type { RowSums } from '../GridItem.ts';
import type { GroupId } from './GroupId.ts';

type Counted = { group: GroupId; plannedMinor: bigint; actualMinor: bigint };

const nothing: RowSums = { rowCount: 0, plannedMinor: 0n, actualMinor: 0n };

/** Sums of the rows that are counted, by group and of all: a change costs the change, not a recount. */
export class GroupLedger {
  #idOf: (row: Row) => GroupId;
  #rows = new Map<RowKey, Counted>();
  #groups = new Map<GroupId, RowSums>();
  #all: RowSums = nothing;

  constructor(idOf: (row: Row) => GroupId) {
    this.#idOf = idOf;
  }

  /** Counts nothing any more. */
  reset(idOf: (row: Row) => GroupId): void {
    this.#idOf = idOf;
    this.#rows = new Map();
    this.#groups = new Map();
    this.#all = nothing;
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
    const isMoney = row.kind === 'expenditure';
    const counted: Counted = {
      group: this.#idOf(row),
      plannedMinor: BigInt((isMoney ? row.values.plannedMinor : null) ?? 0),
      actualMinor: BigInt((isMoney ? row.values.actualMinor : null) ?? 0),
    };
    this.#rows.set(key, counted);
    this.#add(counted, 1);
  }

  /** Of all counted rows. */
  all(): RowSums {
    return this.#all;
  }

  /** Only groups with rows. */
  groups(): ReadonlyMap<GroupId, RowSums> {
    return this.#groups;
  }

  #add(counted: Counted, sign: 1 | -1): void {
    this.#all = sum(this.#all, counted, sign);
    const group = sum(this.#groups.get(counted.group) ?? nothing, counted, sign);
    if (group.rowCount === 0) this.#groups.delete(counted.group);
    else this.#groups.set(counted.group, group);
  }
}

function sum(sums: RowSums, { plannedMinor, actualMinor }: Counted, sign: 1 | -1): RowSums {
  return {
    rowCount: sums.rowCount + sign,
    plannedMinor: sign > 0 ? sums.plannedMinor + plannedMinor : sums.plannedMinor - plannedMinor,
    actualMinor: sign > 0 ? sums.actualMinor + actualMinor : sums.actualMinor - actualMinor,
  };
}
