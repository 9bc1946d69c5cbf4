import type { CellMap } from '../CellMap.ts';
import { isShown } from '../readShownValue.ts';
import type { CellGeometry } from '../selection/CellGeometry.ts';
import type { GridSelection } from '../selection/GridSelection.ts';
import { listenToEscape } from '../selection/listenToEscape.ts';
import type { SelectionPainter } from '../selection/SelectionPainter.ts';
import type { CellBlock } from '../selection/selectionRange.ts';
import { startCellDrag } from '../selection/startCellDrag.ts';
import { computeFillTarget, computeFillToEnd, type FillTarget } from './computeFillTarget.ts';
import type { DraggedFill } from './planFill.ts';

type Options = {
  cells: CellMap;
  geometry: CellGeometry;
  selection: GridSelection;
  painter: SelectionPainter;
  onFill(fill: DraggedFill): void;
};

/**
 * The handle at the corner of the selection: what it is drawn over is filled when the button is let go,
 * with Ctrl without counting on; a double click fills down along the column beside. Escape gives up.
 */
export function listenToFillHandle({ cells, geometry, selection, painter, onFill }: Options): () => void {
  let cancel: (() => void) | null = null;

  const handleDown = (event: MouseEvent) => {
    if (event.target !== painter.handle || event.button !== 0) return;
    event.preventDefault();
    const [block] = selection.blocks();
    if (block === undefined) return;
    let target: FillTarget | null = null;
    const end = startCellDrag({
      geometry,
      onCell(pointer) {
        target = computeFillTarget(block, pointer, cells);
        painter.paintLayer('filling', target === null ? [] : [toSet(join(block, target))]);
      },
      onEnd(last) {
        cancel = null;
        endEscape();
        painter.paintLayer('filling', []);
        if (target !== null && last !== null) fill(block, target, last.ctrlKey || last.metaKey);
      },
    });
    cancel = end;
    const endEscape = listenToEscape(end);
  };

  const handleDouble = (event: MouseEvent) => {
    if (event.target !== painter.handle) return;
    event.stopPropagation();
    const [block] = selection.blocks();
    const target =
      block === undefined
        ? null
        : computeFillToEnd(block, cells, ({ key, column }) => {
            const row = cells.cellOf(key, column)?.row;
            return row !== undefined && isShown(row, column);
          });
    if (block !== undefined && target !== null) fill(block, target, false);
  };

  function fill(block: CellBlock, target: FillTarget, isCopy: boolean): void {
    const source = cells.rangeOf(block);
    const drawn = 'rows' in target ? { rows: cells.rowsOf(target.rows) } : { columns: target.columns };
    onFill({ source, target: drawn, isBackward: target.isBackward, isCopy });
    const { rows, columns } = join(block, target);
    const [first, last] = [rows[0], rows.at(-1)];
    const [left, right] = [columns[0], columns.at(-1)];
    if (first !== undefined && last !== undefined && left !== undefined && right !== undefined)
      selection.select({ key: first, column: left }, { key: last, column: right });
  }

  cells.element.addEventListener('mousedown', handleDown, { capture: true });
  cells.element.addEventListener('dblclick', handleDouble, { capture: true });
  return () => {
    cancel?.();
    cells.element.removeEventListener('mousedown', handleDown, { capture: true });
    cells.element.removeEventListener('dblclick', handleDouble, { capture: true });
  };
}

/** Block and target together, in the order of the screen. */
function join({ rows, columns }: CellBlock, target: FillTarget): CellBlock {
  if ('rows' in target) {
    const isAbove = target.isBackward;
    return { rows: isAbove ? [...target.rows.toReversed(), ...rows] : [...rows, ...target.rows], columns };
  }
  return {
    rows,
    columns: target.isBackward
      ? [...target.columns.toReversed(), ...columns]
      : [...columns, ...target.columns],
  };
}

function toSet({ rows, columns }: CellBlock) {
  return { rows: new Set(rows), columns: new Set(columns) };
}
