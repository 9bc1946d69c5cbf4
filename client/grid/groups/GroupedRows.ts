import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Grouping } from '#shared/model/view.ts';
import { type GridItem, isRow } from '../GridItem.ts';
import type { RowSums } from '../RowSums.ts';
import type { GroupId } from './GroupId.ts';
import { GroupLedger } from './GroupLedger.ts';
import { type GroupChanges, GroupLines } from './GroupLines.ts';
import type { RowGroups } from './RowGroups.ts';

/**
 * Which rows of the table are shown, in which groups, and what they add up to. It keeps step change by
 * change; the grid is told what to do with its group lines.
 */
export class GroupedRows {
  #groups: RowGroups;
  readonly #ledger: GroupLedger;
  readonly #lines = new GroupLines();

  constructor(groups: RowGroups) {
    this.#groups = groups;
    this.#ledger = new GroupLedger(groups.idOf);
  }

  get grouping(): Grouping {
    return this.#groups.grouping;
  }

  isGroupedBy(groups: RowGroups): boolean {
    return this.#groups === groups;
  }

  /** Groups and counts all rows anew; those that `isShown` lets pass. */
  recount(rows: Iterable<Row>, isShown: (row: Row) => boolean, groups = this.#groups): void {
    this.#groups = groups;
    this.#ledger.reset(groups.idOf);
    for (const row of rows) if (isShown(row)) this.#ledger.set(rowKey(row), row);
  }

  add(row: Row, isShown: boolean): void {
    this.#ledger.set(rowKey(row), isShown ? row : null);
  }

  /** A row that is shown stays so until the next recount. True when it now belongs elsewhere. */
  change(row: Row): boolean {
    const key = rowKey(row);
    const before = this.#ledger.groupOf(key);
    if (before === null) return false;
    this.#ledger.set(key, row);
    return before !== this.#ledger.groupOf(key);
  }

  remove(key: RowKey): void {
    this.#ledger.set(key, null);
  }

  /** What the grid has to do now. */
  takeChanges(): GroupChanges {
    return this.#lines.update(this.#ledger, this.#groups);
  }

  /** Of all rows that are shown, folded away or not. */
  sums(): RowSums {
    return this.#ledger.all();
  }

  collapsed(): ReadonlySet<GroupId> {
    return this.#lines.collapsed();
  }

  setCollapsed(collapsed: Iterable<GroupId>): void {
    this.#lines.setCollapsed(collapsed);
  }

  /** Those that have rows, from above. */
  ids(): GroupId[] {
    return [...this.#lines.items()].sort((a, b) => a.place - b.place).map(({ id }) => id);
  }

  idOf(row: Row): GroupId {
    return this.#groups.idOf(row);
  }

  isFolded(row: Row): boolean {
    return this.#groups.grouping !== 'none' && this.#lines.collapsed().has(this.#groups.idOf(row));
  }

  /** Groups stand one under the other, each under its line; zero within one. */
  compare(a: GridItem, b: GridItem): number {
    if (this.#groups.grouping === 'none') return 0;
    return this.#placeOf(a) - this.#placeOf(b) || Number(isRow(a)) - Number(isRow(b));
  }

  /** How many group lines stand over this place of the screen. */
  linesAbove(index: number, indexOf: (itemId: string) => number | null): number {
    return this.#groups.grouping === 'none' ? 0 : this.#lines.countAbove(index, indexOf);
  }

  #placeOf(item: GridItem): number {
    if (item.kind === 'totals') return Number.POSITIVE_INFINITY;
    return item.kind === 'group' ? item.place : this.#groups.placeOf(this.#groups.idOf(item));
  }
}
