import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { GridCell } from '../GridCell.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { CellFinding } from './CellFinding.ts';

/** How long the pointer rests on a cell before it says anything, and how long it may be on its way to the note. */
const restMs = 300;

type Options = {
  grid: RowGrid | null;
  /** Round the grid. */
  element: RefObject<HTMLElement | null>;
  /** The cell with the focus; null when the focus is elsewhere, or something else is said of the cell. */
  focused: GridCell | null;
};

export type FindingNoteState = {
  shown: { cell: GridCell; finding: CellFinding } | null;
  setHovered(isOver: boolean): void;
  /** Takes the note away until one goes elsewhere. False when there was none. */
  dismiss(): boolean;
};

/** Which cell says why it is marked: the one under the pointer, or else the one with the focus. */
export function useFindingNote({ grid, element, focused }: Options): FindingNoteState {
  const { rows, findings } = useReport();
  const [hovered, setHoveredCell] = useState<GridCell | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [, setVersion] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => findings.subscribe(() => setVersion((version) => version + 1)), [findings]);

  useEffect(() => {
    const root = element.current;
    if (grid === null || root === null) return;
    const later = (change: () => void) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(change, restMs);
    };
    const handleOver = (event: MouseEvent) => {
      const cell = grid.cellAt(event.target);
      later(() => setHoveredCell(cell));
    };
    const handleOut = () => later(() => setHoveredCell(null));
    root.addEventListener('mouseover', handleOver);
    root.addEventListener('mouseleave', handleOut);
    return () => {
      clearTimeout(timer.current);
      root.removeEventListener('mouseover', handleOver);
      root.removeEventListener('mouseleave', handleOut);
    };
  }, [grid, element]);

  const shown = readShown(hovered) ?? readShown(focused);

  /** What is said of the cell now: it may have been mended since one came to it. */
  function readShown(cell: GridCell | null): FindingNoteState['shown'] {
    const row = cell === null ? undefined : rows.get(rowKey(cell.row));
    if (grid === null || cell === null || row === undefined || nameOf(cell) === dismissed) return null;
    const finding = grid.drawing.findingIn(row, cell.column);
    return finding === null || finding.text === '' ? null : { cell, finding };
  }

  // Dismissed is dismissed while one stays there, by the focus or by the pointer.
  if (dismissed !== null && dismissed !== nameOf(hovered) && dismissed !== nameOf(focused)) {
    setDismissed(null);
  }

  const setHovered = useCallback((isOver: boolean) => {
    clearTimeout(timer.current);
    if (!isOver) timer.current = setTimeout(() => setHoveredCell(null), restMs);
  }, []);

  return {
    shown,
    setHovered,
    dismiss() {
      if (shown === null) return false;
      setDismissed(nameOf(shown.cell));
      return true;
    },
  };
}

function nameOf(cell: GridCell | null): string {
  return cell === null ? '' : `${rowKey(cell.row)}/${cell.column}`;
}
