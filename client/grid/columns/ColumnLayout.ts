import type { ColumnState, GridApi } from 'ag-grid-community';
import type { ViewColumn, ViewSort } from '#shared/model/view.ts';
import { numberColumn } from '../fields.ts';
import type { GridItem } from '../GridItem.ts';

/** How columns stand: empty lists are the table as it is by itself. */
export type Layout = { columns: readonly ViewColumn[]; sort: readonly ViewSort[] };

/** A column among the shown ones. */
export type ColumnPlace = {
  sort: 'asc' | 'desc' | null;
  /** By any column. */
  isSorted: boolean;
  isFrozen: boolean;
  isAnyFrozen: boolean;
  /** The frozen columns end with it. */
  isLastFrozen: boolean;
  isOnly: boolean;
  canMoveLeft: boolean;
  canMoveRight: boolean;
  /** From 1. */
  place: number;
  count: number;
  /** Pixels. */
  width: number;
};

/**
 * Columns as their person has put them: order, widths, hidden, frozen, and by which rows are sorted. The
 * row's number is always there, always first, and no part of this.
 */
export class ColumnLayout {
  readonly #api: GridApi<GridItem>;
  readonly #onChange: () => void;
  #plain: readonly ViewColumn[];

  constructor(api: GridApi<GridItem>, onChange: () => void) {
    this.#api = api;
    this.#onChange = onChange;
    this.#plain = this.#readColumns();
  }

  /** Has the grid take other definitions of the same columns, which stay as they are. */
  redefine(define: () => void): void {
    const state = this.#api.getColumnState();
    define();
    this.#plain = this.#plain.filter(({ column }) => this.#api.getColumn(column) !== null);
    this.#api.applyColumnState({ state, applyOrder: true });
  }

  read(): Layout {
    const columns = this.#readColumns();
    return { columns: isSame(columns, this.#plain) ? [] : columns, sort: this.#readSort() };
  }

  /** Columns that are not there are passed over; those that are not named keep their own ways, at the end. */
  apply({ columns, sort }: Layout): void {
    const named = new Set(columns.map(({ column }) => column));
    const all = [...columns, ...this.#plain.filter(({ column }) => !named.has(column))];
    const sorted = sort.length === 0 ? [{ column: numberColumn, isDescending: false }] : sort;
    const sortOf = (column: string): Pick<ColumnState, 'sort' | 'sortIndex'> => {
      const index = sorted.findIndex((candidate) => candidate.column === column);
      if (index < 0) return { sort: null, sortIndex: null };
      return { sort: sorted[index]?.isDescending ? 'desc' : 'asc', sortIndex: index };
    };
    // What is of no given width goes back to the one of its definition, which only a reset knows.
    this.#api.resetColumnState();
    const state: ColumnState[] = all.map(({ column, width, isHidden, isFrozen }) => ({
      colId: column,
      ...(width === null ? {} : { width, flex: null }),
      hide: isHidden,
      pinned: isFrozen ? 'left' : null,
      ...sortOf(column),
    }));
    this.#api.applyColumnState({
      state: [{ colId: numberColumn, ...sortOf(numberColumn) }, ...state],
      applyOrder: true,
    });
  }

  /** In their order, hidden ones too. */
  columns(): readonly ViewColumn[] {
    return this.#readColumns();
  }

  isSorted(): boolean {
    return this.#readSort().length > 0;
  }

  sortOf(column: string): 'asc' | 'desc' | null {
    const sort = this.#api.getColumn(column)?.getSort() ?? null;
    return sort === 'asc' || sort === 'desc' ? sort : null;
  }

  /** Null: the order of the sheets. */
  sortBy(column: string, sort: 'asc' | 'desc' | null): void {
    this.#change([{ colId: sort === null ? numberColumn : column, sort: sort ?? 'asc' }], { sort: null });
  }

  /** What can be done to a column as it stands now. */
  describe(column: string): ColumnPlace {
    const all = this.#readColumns();
    const shown = all.filter(({ isHidden }) => !isHidden);
    const index = shown.findIndex((candidate) => candidate.column === column);
    const [left, own, right] = [shown[index - 1], shown[index], shown[index + 1]];
    return {
      sort: this.sortOf(column),
      isSorted: this.isSorted(),
      isFrozen: own?.isFrozen === true,
      isAnyFrozen: all.some(({ isFrozen }) => isFrozen),
      isLastFrozen: own?.isFrozen === true && right?.isFrozen !== true,
      isOnly: shown.length === 1,
      canMoveLeft: left !== undefined && left.isFrozen === own?.isFrozen,
      canMoveRight: right !== undefined && right.isFrozen === own?.isFrozen,
      place: index + 1,
      count: shown.length,
      width: Math.round(this.#api.getColumn(column)?.getActualWidth() ?? 0),
    };
  }

  /** By so many pixels, within the bounds of the column. */
  resize(column: string, by: number): void {
    const found = this.#api.getColumn(column);
    if (found === null || found === undefined) return;
    const width = Math.max(found.getMinWidth(), found.getActualWidth() + by);
    this.#change([{ colId: column, width, flex: null }]);
  }

  sortNaturally(): void {
    this.sortBy(numberColumn, null);
  }

  /** Freezes the shown columns up to this one; null: none. */
  freeze(upTo: string | null): void {
    const columns = this.#readColumns();
    const last = upTo === null ? -1 : columns.findIndex(({ column }) => column === upTo);
    this.#change(
      columns.map(({ column }, index) => ({ colId: column, pinned: index <= last ? 'left' : null })),
    );
  }

  /** False when it is the last one that is shown: a table without columns says nothing. */
  setHidden(column: string, isHidden: boolean): boolean {
    const shown = this.#readColumns().filter((candidate) => !candidate.isHidden);
    if (isHidden && shown.every((candidate) => candidate.column === column)) return false;
    this.#change([{ colId: column, hide: isHidden }]);
    return true;
  }

  /** Past the next shown column on that side; false when there is none. Frozen columns stay before the others. */
  move(column: string, step: -1 | 1): boolean {
    const columns = this.#readColumns();
    const from = columns.findIndex((candidate) => candidate.column === column);
    let to = from + step;
    while (columns[to]?.isHidden) to += step;
    const neighbour = columns[to];
    if (neighbour === undefined || neighbour.isFrozen !== columns[from]?.isFrozen) return false;
    const order = columns.map((candidate) => candidate.column).filter((candidate) => candidate !== column);
    order.splice(to, 0, column);
    this.#api.applyColumnState({
      state: [numberColumn, ...order].map((colId) => ({ colId })),
      applyOrder: true,
    });
    this.#onChange();
    return true;
  }

  /** As wide as what is in sight of it. */
  fit(column: string): void {
    this.#api.autoSizeColumns({ colIds: [column] });
    this.#onChange();
  }

  reset(): void {
    const sort = this.#readSort();
    this.apply({ columns: [], sort });
    this.#onChange();
  }

  #change(state: ColumnState[], defaultState?: Pick<ColumnState, 'sort'>): void {
    this.#api.applyColumnState({ state, ...(defaultState === undefined ? {} : { defaultState }) });
    this.#onChange();
  }

  #readColumns(): ViewColumn[] {
    const state = this.#api.getColumnState().filter(({ colId }) => colId !== numberColumn);
    const columns = state.map(({ colId, width, flex, hide, pinned }): ViewColumn => {
      const definition = this.#api.getColumnDef(colId);
      const isOwnWidth = flex != null || width === definition?.width;
      return {
        column: colId,
        width: isOwnWidth || width == null ? null : Math.round(width),
        isHidden: hide === true,
        isFrozen: pinned === 'left',
      };
    });
    // As on the screen, where frozen ones stand first.
    return [...columns.filter(({ isFrozen }) => isFrozen), ...columns.filter(({ isFrozen }) => !isFrozen)];
  }

  #readSort(): ViewSort[] {
    return this.#api
      .getColumnState()
      .filter(({ colId, sort }) => sort && colId !== numberColumn)
      .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
      .map(({ colId, sort }) => ({ column: colId, isDescending: sort === 'desc' }));
  }
}

function isSame(a: readonly ViewColumn[], b: readonly ViewColumn[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
