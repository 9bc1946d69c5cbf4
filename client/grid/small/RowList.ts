import { type RowKey, type RowStore, rowKey, type SheetRowChange } from '#client/sync/RowStore.ts';
import { createSignal, type Signal } from '#client/sync/Signal.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { GroupId } from '../groups/GroupId.ts';
import type { RowGroups } from '../groups/RowGroups.ts';
import { noSums, type RowSums, readSummands, SumTally } from '../RowSums.ts';
import type { RowOrder } from '../rowOrder.ts';

/** A line of the list: the title of a group over its rows, or a row. */
export type ListItem =
  | { kind: 'heading'; id: GroupId; title: string; count: number; isFolded: boolean }
  | { kind: 'row'; key: RowKey /** From 1, as it is counted on the screen. */; number: number };

export type ListState = {
  items: readonly ListItem[];
  /** Of the rows that are shown, folded away or not. */
  sums: RowSums;
  /** Rows of the table, whatever the filter. */
  allCount: number;
};

/** Which rows are shown, and how they stand. */
export type ListWish = {
  test(row: Row): boolean;
  order: RowOrder;
  /** Rows stand under the titles of their groups; null: one after the other, without titles. */
  groups: RowGroups | null;
  /** Of these groups only the titles are shown. */
  folded: ReadonlySet<GroupId>;
};

/** What many people do in a moment is counted once. */
const batchMs = 250;

/**
 * The rows of a table as the table itself would show them. A row that changes is for its card to notice;
 * here only what changes the list is followed, in batches.
 */
export class RowList {
  readonly #rows: RowStore;
  readonly #table: TableKind;
  readonly #state = createSignal<ListState>({ items: [], sums: noSums, allCount: 0 });
  #wish: ListWish | null = null;
  /** In their order. Sorting what is nearly sorted costs little. */
  #shown: readonly RowKey[] = [];
  /** Of the table, whatever the filter: a row that goes, or becomes one of the other table, is missed. */
  #all = new Set<RowKey>();
  /** Shown until the filter changes, though it does not let them pass: one's own work does not vanish. */
  #kept = new Set<RowKey>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(rows: RowStore, table: TableKind) {
    this.#rows = rows;
    this.#table = table;
  }

  get state(): Signal<ListState> {
    return this.#state;
  }

  setWish(wish: ListWish): void {
    if (this.#wish?.test !== wish.test) this.#kept = new Set();
    this.#wish = wish;
    this.#build();
  }

  /** Shows the row although the filter does not let it pass. */
  keep(key: RowKey): void {
    if (this.#kept.has(key)) return;
    this.#kept.add(key);
    this.#build();
  }

  /** Returns the function that ends it. */
  start(): () => void {
    const stop = this.#rows.subscribe((changes) => this.#handleChanges(changes));
    this.#build();
    return () => {
      stop();
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = null;
    };
  }

  #handleChanges(changes: readonly SheetRowChange[]): void {
    const isOurs = ({ organisationId, rowId, row }: SheetRowChange) =>
      row?.kind === this.#table || this.#all.has(`${organisationId}/${rowId}`);
    if (changes.some(isOurs)) {
      this.#timer ??= setTimeout(() => this.#build(), batchMs);
    }
  }

  #build(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#wish === null) return;
    const { order, groups } = this.#wish;
    const shown = this.#readShown(this.#wish);
    const place = (row: Row) => (groups === null ? 0 : groups.placeOf(groups.idOf(row)));
    shown.sort((a, b) => place(a) - place(b) || order(a, b));
    this.#shown = shown.map(rowKey);
    const items = buildItems(shown, this.#wish);
    const previous = this.#state.get();
    this.#state.set({
      // What is the same keeps its identity, so that nothing is drawn for it.
      items: isSameItems(previous.items, items) ? previous.items : items,
      sums: sumRows(shown),
      allCount: this.#all.size,
    });
  }

  /** Those that were there before come first, in their old order. */
  #readShown({ test }: ListWish): Row[] {
    const isShown = (row: Row) => row.kind === this.#table && (test(row) || this.#kept.has(rowKey(row)));
    const shown: Row[] = [];
    const known = new Set(this.#shown);
    for (const key of this.#shown) {
      const row = this.#rows.get(key);
      if (row !== undefined && isShown(row)) shown.push(row);
    }
    this.#all = new Set();
    for (const row of this.#rows.all()) {
      if (row.kind === this.#table) this.#all.add(rowKey(row));
      if (!known.has(rowKey(row)) && isShown(row)) shown.push(row);
    }
    return shown;
  }
}

function sumRows(rows: readonly Row[]): RowSums {
  const tally = new SumTally();
  for (const row of rows) tally.add(readSummands(row), 1);
  return tally.read();
}

/** Of rows that stand as they are shown. */
function buildItems(rows: readonly Row[], { groups, folded }: ListWish): ListItem[] {
  let number = 0;
  const toItem = (row: Row): ListItem => {
    number += 1;
    return { kind: 'row', key: rowKey(row), number };
  };
  if (groups === null) return rows.map(toItem);
  const gathered = Map.groupBy(rows, (row) => groups.idOf(row));
  return [...gathered].flatMap(([id, members]): ListItem[] => {
    const isFolded = folded.has(id);
    const title = groups.titleOf(id);
    const heading: ListItem = { kind: 'heading', id, title, count: members.length, isFolded };
    return isFolded ? [heading] : [heading, ...members.map(toItem)];
  });
}

function isSameItems(a: readonly ListItem[], b: readonly ListItem[]): boolean {
  return a.length === b.length && a.every((item, index) => isSameItem(item, b[index]));
}

function isSameItem(a: ListItem, b: ListItem | undefined): boolean {
  if (a.kind === 'row') return b?.kind === 'row' && a.key === b.key && a.number === b.number;
  if (b?.kind !== 'heading') return false;
  return a.id === b.id && a.title === b.title && a.count === b.count && a.isFolded === b.isFolded;
}
