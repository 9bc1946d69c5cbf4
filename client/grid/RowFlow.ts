import type { GridApi } from 'ag-grid-community';
import { type RowKey, rowKey, type SheetRowChange } from '#client/sync/RowStore.ts';
import type { ExtraField } from '#shared/model/extraField.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { CellMap } from './CellMap.ts';
import { deviationColumn } from './fields.ts';
import { type GridItem, isRow, type TotalsItem } from './GridItem.ts';
import { GroupBoard } from './groups/GroupBoard.ts';
import type { GroupId } from './groups/GroupId.ts';
import type { RowGroups } from './groups/RowGroups.ts';
import { isSameSums } from './RowSums.ts';
import type { CellName } from './selection/CellName.ts';

type Options = {
  api: GridApi<GridItem>;
  table: TableKind;
  cells: CellMap;
  /** Added columns that are added up. */
  readSummedFields(): readonly ExtraField[];
  /** Which rows stand where has changed. */
  onModel(): void;
  /** Values of rows have changed. */
  onValues(): void;
  /** Rows shown, of all rows of the table. */
  onCounts(shown: number, all: number): void;
  /** The person has folded or unfolded groups. */
  onFolded(folded: readonly GroupId[]): void;
};

const refilterMs = 400;

/**
 * Which rows the table shows, in which groups, and their sums: kept in step with the sheets, change by
 * change. The focus stays on its row meanwhile.
 */
export class RowFlow {
  readonly groups: GroupBoard;
  readonly #api: GridApi<GridItem>;
  readonly #options: Options;
  readonly #cells: CellMap;
  #test: (row: Row) => boolean = () => true;
  /** Shown until the filter changes, though it does not let them pass: one's own work does not vanish while typing. */
  #kept = new Set<RowKey>();
  #totals: TotalsItem;
  #allCount: number;
  #refilterTimer: ReturnType<typeof setTimeout> | null = null;
  #isPaused = false;
  #isArranging = false;

  /** @param rows those that the grid is given at first */
  constructor(options: Options, rows: readonly Row[]) {
    const { api, table, cells } = options;
    this.#options = options;
    this.#api = api;
    this.#cells = cells;
    this.#allCount = rows.length;
    this.groups = new GroupBoard({
      api,
      element: cells.element,
      readFigures: () => [
        ...(table === 'expenditure' ? ['plannedMinor', 'actualMinor', deviationColumn] : []),
        ...options.readSummedFields(),
      ],
      onFold: () => this.#handleFold(),
    });
    this.groups.rows.recount(rows, (row) => this.#isWanted(row));
    this.#totals = { kind: 'totals', ...this.groups.rows.sums() };
  }

  destroy(): void {
    if (this.#refilterTimer !== null) clearTimeout(this.#refilterTimer);
    this.groups.destroy();
  }

  totals(): TotalsItem {
    return this.#totals;
  }

  setTest(test: (row: Row) => boolean): void {
    this.#test = test;
    this.#kept = new Set();
    this.#refilter();
  }

  /** Groups the rows, and folds these groups. */
  setGroups(groups: RowGroups, folded: readonly GroupId[]): void {
    const { rows } = this.groups;
    if (rows.isGroupedBy(groups) && isSameSet(rows.collapsed(), folded)) return;
    rows.setCollapsed(folded);
    this.#refilter(groups);
  }

  /** While an editor is open rows stay where they are. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  /** Shows the row although the filter does not let it pass. */
  keep(key: RowKey): void {
    this.#kept.add(key);
  }

  /** Whether a row or a group's line is among those shown. */
  passes(item: GridItem): boolean {
    return isRow(item) ? this.#isWanted(item) && !this.groups.rows.isFolded(item) : item.kind === 'group';
  }

  /** Shows the row at once, whatever hides it. */
  show(key: RowKey): void {
    this.unfold(key);
    if (this.#cells.indexOf(key) !== null) return;
    this.#kept.add(key);
    this.#refilter();
  }

  /** Unfolds the group of a row that is asked for. */
  unfold(key: RowKey): void {
    const item = this.#api.getRowNode(key)?.data;
    if (isRow(item) && this.groups.rows.isFolded(item)) this.groups.fold(this.groups.rows.idOf(item), false);
  }

  /** Takes over what has changed in the sheets. */
  apply(changes: readonly SheetRowChange[]): void {
    const groups = this.groups.rows;
    const add: GridItem[] = [];
    const update: GridItem[] = [];
    const remove: GridItem[] = [];
    let isStale = false;
    for (const { rowId, organisationId, row } of changes) {
      const key: RowKey = `${organisationId}/${rowId}`;
      const known = this.#api.getRowNode(key)?.data;
      if (row === null || row.kind !== this.#options.table) {
        groups.remove(key);
        if (known !== undefined) remove.push(known);
      } else if (known === undefined) {
        groups.add(row, this.#isWanted(row));
        add.push(row);
      } else {
        if (groups.change(row) || (isRow(known) && this.#hasMoved(known, row))) isStale = true;
        update.push(row);
      }
    }
    this.#allCount += add.length - remove.length;
    const lines = groups.takeChanges();
    add.push(...lines.add);
    update.push(...lines.update);
    remove.push(...lines.remove);
    if (add.length + update.length + remove.length === 0) return;
    const anchor = this.#readAnchor();
    this.#api.applyTransaction({ add, update, remove });
    if (add.length + remove.length > 0) {
      this.#restoreAnchor(anchor);
      this.#handleModel();
    } else {
      this.sum(false);
    }
    this.#options.onValues();
    if (isStale) this.#refilterTimer ??= setTimeout(() => this.#refilterLater(), refilterMs);
  }

  #refilterLater(): void {
    this.#refilterTimer = null;
    if (this.#isPaused) {
      this.#refilterTimer = setTimeout(() => this.#refilterLater(), refilterMs);
      return;
    }
    // Only others' changes move rows in and out of sight by themselves.
    const focused = this.#focusedRow();
    if (focused !== null) this.#kept.add(rowKey(focused));
    this.#refilter();
  }

  /** Finds anew which rows are shown, in which groups. */
  #refilter(groups?: RowGroups): void {
    const anchor = this.#readAnchor();
    this.#isArranging = true;
    const rows: Row[] = [];
    this.#api.forEachNode(({ data }) => {
      if (isRow(data)) rows.push(data);
    });
    this.groups.rows.recount(rows, (row) => this.#isWanted(row), groups);
    this.groups.refresh();
    this.#api.onFilterChanged();
    this.#restoreAnchor(anchor);
    this.#isArranging = false;
    this.#handleModel();
  }

  /** AG Grid keeps the focus on a place; people keep it on a row. */
  #readAnchor(): (CellName & { hasFocus: boolean }) | null {
    const focused = this.#cells.focused();
    return focused && { ...focused, hasFocus: this.#cells.element.contains(document.activeElement) };
  }

  #restoreAnchor(anchor: (CellName & { hasFocus: boolean }) | null): void {
    if (anchor === null) return;
    const focused = this.#api.getFocusedCell() ?? null;
    const index = this.#cells.indexOf(anchor.key);
    if (index === null || (focused?.rowIndex === index && focused.rowPinned === null)) return;
    if (anchor.hasFocus) this.#api.setFocusedCell(index, anchor.column);
  }

  /** While rows are put elsewhere the grid lays the focus on whichever row comes to its old place: nobody went there. */
  get isArranging(): boolean {
    return this.#isArranging;
  }

  /** Rows that wait to stand elsewhere do so now. */
  settle(): void {
    if (this.#refilterTimer === null) return;
    clearTimeout(this.#refilterTimer);
    this.#refilterTimer = null;
    this.#refilter();
  }

  /** Such a row is to stand elsewhere in the table, or nowhere. */
  #hasMoved(before: Row, after: Row): boolean {
    return before.order !== after.order || this.#test(before) !== this.#test(after);
  }

  #handleModel(): void {
    this.#options.onModel();
    this.sum(false);
  }

  #focusedRow(): Row | null {
    const focused = this.#cells.focused();
    return focused && (this.#cells.cellOf(focused.key, focused.column)?.row ?? null);
  }

  #isWanted(row: Row): boolean {
    return this.#test(row) || this.#kept.has(rowKey(row));
  }

  #handleFold(): void {
    const focused = this.#focusedRow();
    const column = this.#cells.focused()?.column;
    const hasFocus = this.#cells.element.contains(document.activeElement);
    this.groups.refresh();
    this.#api.onFilterChanged();
    this.#handleModel();
    // The focus does not go down with its row.
    if (focused !== null && column !== undefined && hasFocus && this.groups.rows.isFolded(focused)) {
      const index = this.groups.indexOf(this.groups.rows.idOf(focused));
      if (index !== null) this.#cells.focusPlace(index, column);
    }
    this.#options.onFolded([...this.groups.rows.collapsed()]);
  }

  /** Prints the sums where they have changed, or anew in other words. */
  sum(isForced: boolean): void {
    const sums = this.groups.rows.sums();
    if (isForced || !isSameSums(sums, this.#totals)) {
      this.#totals = { kind: 'totals', ...sums };
      this.#api.setGridOption('pinnedBottomRowData', [this.#totals]);
    }
    this.#options.onCounts(sums.rowCount, this.#allCount);
  }
}

function isSameSet(a: ReadonlySet<GroupId>, b: readonly GroupId[]): boolean {
  return a.size === b.length && b.every((id) => a.has(id));
}
