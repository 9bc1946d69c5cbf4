import type { GridApi } from 'ag-grid-community';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Signal } from '#client/sync/Signal.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { CellMap } from './CellMap.ts';
import { listenToClipboard } from './clipboard/listenToClipboard.ts';
import type { CommandPlace } from './commands/CommandPlace.ts';
import type { GridCell, GridMove } from './GridCell.ts';
import type { GridItem } from './GridItem.ts';
import type { GridCommand } from './keys/gridKeys.ts';
import { listenToKeys } from './keys/listenToKeys.ts';
import { CellGeometry } from './selection/CellGeometry.ts';
import { CellMover } from './selection/CellMover.ts';
import type { CellName } from './selection/CellName.ts';
import { GridSelection } from './selection/GridSelection.ts';
import { listenToHeader } from './selection/listenToHeader.ts';
import { listenToMouse } from './selection/listenToMouse.ts';
import type { SelectedRange } from './selection/SelectedRange.ts';
import { SelectionCounter } from './selection/SelectionCounter.ts';
import type { SelectionNumbers } from './selection/SelectionNumbers.ts';

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  table: TableKind;
  /** A cell as one would type it; null where there is only what is shown. */
  readText(cell: GridCell): string | null;
  events: {
    onCommand(command: GridCommand, place: CommandPlace): boolean;
    onPaste(text: string, cell: GridCell): void;
  };
};

/** Focus, selection, mouse, keys and clipboard of one table: what AG Grid leaves to us. */
export class GridHands {
  readonly cells: CellMap;
  readonly selection: GridSelection;
  readonly mover: CellMover;
  readonly #counter: SelectionCounter;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];

  constructor({ api, element, table, readText, events }: Options) {
    const cells = new CellMap({ api, element, table });
    const selection = new GridSelection(cells, () => this.#handleSelection());
    const mover = new CellMover(cells, selection);
    const geometry = new CellGeometry(cells);
    this.cells = cells;
    this.selection = selection;
    this.mover = mover;
    this.#counter = new SelectionCounter({
      table,
      readRanges: () => (selection.isSeveral() ? this.selectedRanges() : []),
    });
    this.#stops = [
      listenToMouse({ cells, geometry, selection, mover }),
      listenToHeader({ cells, geometry, selection, mover }),
      listenToKeys({
        cells,
        readRanges: () => this.selectedRanges(),
        onCommand: (command, place) => events.onCommand(command, place),
      }),
      listenToClipboard({ cells, readText, onPaste: (text, cell) => events.onPaste(text, cell) }),
      () => selection.destroy(),
      () => this.#counter.destroy(),
    ];
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  get numbers(): Signal<SelectionNumbers | null> {
    return this.#counter.numbers;
  }

  selectedRanges(): readonly SelectedRange[] {
    const [firstColumn = ''] = this.cells.columns();
    return this.selection.blocks().map(({ rows, columns }) => ({
      rows: rows.flatMap((key) => this.cells.cellOf(key, firstColumn)?.row ?? []),
      columns,
    }));
  }

  onSelection(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  select(from: CellName, to: CellName): boolean {
    if (this.cells.indexOf(from.key) === null || this.cells.indexOf(to.key) === null) return false;
    this.mover.focus(from);
    this.selection.select(from, to);
    return true;
  }

  collapseSelection(): boolean {
    const focused = this.cells.focused();
    if (focused === null || !this.selection.isSeveral()) return false;
    this.selection.select(focused, focused);
    return true;
  }

  /** From the cell of an editor that has closed. */
  move(key: RowKey, column: string, move: GridMove): void {
    if (this.cells.indexOf(key) === null) return;
    if (move === 'stay') this.mover.focusOnly({ key, column });
    else if (!this.mover.advance(move, { key, column })) this.mover.focus({ key, column });
  }

  /** What stands in cells has changed. */
  handleValues(): void {
    if (this.selection.isSeveral()) this.#counter.recount();
  }

  #handleSelection(): void {
    this.#counter.recount();
    for (const listener of [...this.#listeners]) listener();
  }
}
