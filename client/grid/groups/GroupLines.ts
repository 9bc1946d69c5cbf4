import { type GroupItem, groupItemId } from '../GridItem.ts';
import { isSameSums, type RowSums } from '../RowSums.ts';
import type { GroupId } from './GroupId.ts';
import type { GroupLedger } from './GroupLedger.ts';
import type { RowGroups } from './RowGroups.ts';

/** What a transaction of the grid has to do so that its group lines are right. */
export type GroupChanges = { add: GroupItem[]; update: GroupItem[]; remove: GroupItem[] };

/** The lines over the groups: one for each group that has rows. */
export class GroupLines {
  #items = new Map<GroupId, GroupItem>();
  #collapsed: ReadonlySet<GroupId> = new Set();

  items(): Iterable<GroupItem> {
    return this.#items.values();
  }

  /** Groups that are folded, also those that have no rows now. */
  collapsed(): ReadonlySet<GroupId> {
    return this.#collapsed;
  }

  setCollapsed(collapsed: Iterable<GroupId>): void {
    this.#collapsed = new Set(collapsed);
  }

  /** Brings the lines in step with the sums. */
  update(ledger: GroupLedger, groups: RowGroups): GroupChanges {
    const changes: GroupChanges = { add: [], update: [], remove: [] };
    const sums = groups.grouping === 'none' ? new Map<GroupId, RowSums>() : ledger.groups();
    for (const [id, item] of this.#items) {
      if (sums.has(id)) continue;
      this.#items.delete(id);
      changes.remove.push(item);
    }
    for (const [id, ofGroup] of sums) {
      const before = this.#items.get(id);
      const item: GroupItem = {
        kind: 'group',
        id,
        title: groups.titleOf(id),
        place: groups.placeOf(id),
        isCollapsed: this.#collapsed.has(id),
        ...ofGroup,
      };
      if (before !== undefined && isSame(before, item)) continue;
      this.#items.set(id, item);
      if (before === undefined) changes.add.push(item);
      else changes.update.push(item);
    }
    return changes;
  }

  /** How many lines stand over this place of the screen. */
  countAbove(index: number, indexOf: (itemId: string) => number | null): number {
    let count = 0;
    for (const id of this.#items.keys()) {
      const place = indexOf(groupItemId(id));
      if (place !== null && place < index) count += 1;
    }
    return count;
  }
}

function isSame(a: GroupItem, b: GroupItem): boolean {
  return isSameSums(a, b) && a.isCollapsed === b.isCollapsed && a.place === b.place && a.title === b.title;
}
