import type { GridApi } from 'ag-grid-community';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import type { Signal } from '#client/sync/Signal.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { CellMap } from './CellMap.ts';
import type { CellTexts } from './CellTexts.ts';
import { CutCells } from './clipboard/CutCells.ts';
import { type CopyOutcome, listenToClipboard } from './clipboard/listenToClipboard.ts';
import type { CommandPlace } from './commands/CommandPlace.ts';
import { listenToFillHandle } from './fill/listenToFillHandle.ts';
import type { DraggedFill } from './fill/planFill.ts';
import type { GridMove } from './GridCell.ts';
import type { GridItem } from './GridItem.ts';
import type { GridCommand } from './keys/gridKeys.ts';
import { listenToKeys } from './keys/listenToKeys.ts';
import { listenToPaste } from './paste/listenToPaste.ts';
import type { ClipboardTexts } from './paste/readClipboard.ts';
import { listenToRowDrag } from './rows/listenToRowDrag.ts';
import type { DropForecast, RowDrop } from './rows/RowDrop.ts';
import { CellGeometry } from './selection/CellGeometry.ts';
import { CellMover } from './selection/CellMover.ts';
import type { CellName } from './selection/CellName.ts';
import { GridSelection } from './selection/GridSelection.ts';
import { listenToHeader } from './selection/listenToHeader.ts';
import { listenToMouse } from './selection/listenToMouse.ts';
import type { SelectedRange } from './selection/SelectedRange.ts';
import { SelectionCounter } from './selection/SelectionCounter.ts';
import type { SelectionNumbers } from './selection/SelectionNumbers.ts';
import { SelectionPainter } from './selection/SelectionPainter.ts';
import { type CellSet, resolveRange } from './selection/selectionRange.ts';

type Options = {
  api: GridApi<GridItem>;
  /** Round the grid. */
  element: HTMLElement;
  table: TableKind;
  readTexts(): CellTexts;
  canWrite(organisationId: OrganisationId): boolean;
  events: {
    onCommand(command: GridCommand, place: CommandPlace): boolean;
    onCopy(outcome: CopyOutcome): void;
    onFill(fill: DraggedFill): void;
    onPaste(texts: ClipboardTexts): void;
    forecastDrop(drop: RowDrop): DropForecast;
    onDropRows(drop: RowDrop): void;
  };
};

/** Focus, selection, mouse, keys and clipboard of one table: what AG Grid leaves to us. */
export class GridHands {
  readonly cells: CellMap;
  readonly selection: GridSelection;
  readonly mover: CellMover;
  readonly #painter: SelectionPainter;
  readonly #counter: SelectionCounter;
  #cut: CutCells | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];

  constructor({ api, element, table, readTexts, canWrite, events }: Options) {
    const cells = new CellMap({ api, element, table });
    const painter = new SelectionPainter(cells);
    const selection = new GridSelection({
      cells,
      painter,
      isFillable: ({ key, column }) => {
        const cell = cells.cellOf(key, column);
        return cell !== null && cell.spec !== null && canWrite(cell.row.organisationId);
      },
      onChange: () => this.#handleSelection(),
    });
    const mover = new CellMover(cells, selection);
    const geometry = new CellGeometry(cells);
    this.cells = cells;
    this.selection = selection;
    this.mover = mover;
    this.#painter = painter;
    this.#counter = new SelectionCounter({
      table,
      readRanges: () => (selection.isSeveral() ? this.selectedRanges() : []),
    });
    this.#stops = [
      listenToRowDrag({
        cells,
        geometry,
        selection,
        mover,
        forecast: (drop) => events.forecastDrop(drop),
        onDrop: (drop) => events.onDropRows(drop),
      }),
      listenToMouse({ cells, geometry, handle: painter.handle, selection, mover }),
      listenToHeader({ cells, geometry, selection, mover }),
      listenToKeys({
        cells,
        readRanges: () => this.selectedRanges(),
        onCommand: (command, place) => events.onCommand(command, place),
      }),
      listenToClipboard({
        cells,
        readTexts,
        readRanges: () => this.selectedRanges(),
        canWrite,
        onCut: (range, text) => this.#setCut(new CutCells(range, text)),
        onCopy: (outcome) => {
          // Another copy takes the cut off the clipboard.
          if (outcome.kind === 'copied') this.#setCut(null);
          events.onCopy(outcome);
        },
      }),
      listenToFillHandle({
        cells,
        geometry,
        selection,
        painter,
        onFill: (fill) => events.onFill(fill),
      }),
      () => painter.destroy(),
      listenToPaste(element, (texts) => events.onPaste(texts)),
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
    return this.selection.blocks().map((block) => this.cells.rangeOf(block));
  }

  takeCut(text: string): CutCells | null {
    const cut = this.#cut;
    this.#setCut(null);
    return cut?.isText(text) === true ? cut : null;
  }

  /** False when nothing is cut. */
  dropCut(): boolean {
    const isCut = this.#cut !== null;
    this.#setCut(null);
    return isCut;
  }

  /** The range with the row above it, or the column to its left, where there is one. */
  widen({ rows, columns }: SelectedRange, side: 'above' | 'left'): SelectedRange {
    const [[first], [firstColumn = '']] = [rows, columns];
    if (side === 'left') {
      const all = this.cells.columns();
      const left = all[all.indexOf(firstColumn) - 1];
      return { rows, columns: left === undefined ? columns : [left, ...columns] };
    }
    const index = first === undefined ? null : this.cells.indexOf(rowKey(first));
    const above = index === null ? null : this.cells.rowAt(index - 1);
    return { rows: above === null ? rows : [above, ...rows], columns };
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

  selectCells(wanted: CellSet): boolean {
    const { rows, columns } = resolveRange(wanted, this.cells);
    const [[row], [column]] = [rows, columns];
    const [lastRow, lastColumn] = [rows.at(-1), columns.at(-1)];
    if (row === undefined || column === undefined || lastRow === undefined || lastColumn === undefined)
      return false;
    const anchor = { key: row, column };
    this.mover.focus(anchor);
    this.selection.selectCells(wanted, anchor, { key: lastRow, column: lastColumn });
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

  /** Whether this is the square at the corner of the selection. */
  isHandle(target: EventTarget | null): boolean {
    return target === this.#painter.handle;
  }

  /** What stands in cells has changed. */
  handleValues(): void {
    if (this.selection.isSeveral()) this.#counter.recount();
  }

  #setCut(cut: CutCells | null): void {
    this.#cut = cut;
    const sets = cut && { rows: new Set(cut.range.rows.map(rowKey)), columns: new Set(cut.range.columns) };
    this.#painter.paintLayer('cut', sets === null ? [] : [sets]);
  }

  #handleSelection(): void {
    this.#counter.recount();
    for (const listener of [...this.#listeners]) listener();
  }
}
