import type { GridApi } from 'ag-grid-community';
import { type GridItem, groupItemId } from '../GridItem.ts';
import { GroupedRows } from './GroupedRows.ts';
import type { GroupId } from './GroupId.ts';
import { layOutFigures } from './layOutFigures.ts';
import { listenToGroups } from './listenToGroups.ts';
import { buildRowGroups } from './RowGroups.ts';

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  /** Columns whose sums a group line shows. */
  readFigures(): readonly string[];
  /** The person has folded or unfolded something: rows are to be filtered anew. */
  onFold(): void;
};

/** The group lines on the page: folding them, and where their sums stand. */
export class GroupBoard {
  readonly rows = new GroupedRows(
    buildRowGroups('none', { directions: [], organisations: [] }, { noDirection: '' }),
  );
  readonly #api: GridApi<GridItem>;
  readonly #onFold: () => void;
  /** Says anew where the sums stand, when others are shown. */
  readonly layOut: () => void;
  readonly #stops: (() => void)[] = [];

  constructor({ api, element, readFigures, onFold }: Options) {
    this.#api = api;
    this.#onFold = onFold;
    // The grid tells later, maybe when it is there no more.
    this.layOut = () => {
      if (!api.isDestroyed()) layOutFigures(api, element, readFigures());
    };
    for (const type of ['displayedColumnsChanged', 'columnResized'] as const) {
      api.addEventListener(type, this.layOut);
      this.#stops.push(() => api.removeEventListener(type, this.layOut));
    }
    this.#stops.push(
      listenToGroups(element, {
        isFolded: (id) => this.rows.collapsed().has(id),
        fold: (id, isFolded) => this.fold(id, isFolded),
        foldAll: (isFolded) => this.foldAll(isFolded),
      }),
    );
    this.layOut();
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  fold(id: GroupId, isFolded: boolean): void {
    const folded = new Set(this.rows.collapsed());
    if (isFolded) folded.add(id);
    else folded.delete(id);
    this.#setFolded(folded);
  }

  /** False when nothing is grouped. */
  foldAll(isFolded: boolean): boolean {
    if (this.rows.grouping === 'none') return false;
    this.#setFolded(new Set(isFolded ? this.rows.ids() : []));
    return true;
  }

  /** The place on the screen of a group's line. */
  indexOf(id: GroupId): number | null {
    return this.#api.getRowNode(groupItemId(id))?.rowIndex ?? null;
  }

  /** A row's number by its place on the screen: group lines are no rows. */
  numberAt(index: number): number {
    return index + 1 - this.rows.linesAbove(index, (id) => this.#api.getRowNode(id)?.rowIndex ?? null);
  }

  /** Brings the lines in step with the rows without moving any row. */
  refresh(): void {
    const { add, update, remove } = this.rows.takeChanges();
    if (add.length + update.length + remove.length > 0) this.#api.applyTransaction({ add, update, remove });
  }

  #setFolded(folded: ReadonlySet<GroupId>): void {
    this.rows.setCollapsed(folded);
    this.#onFold();
  }
}
