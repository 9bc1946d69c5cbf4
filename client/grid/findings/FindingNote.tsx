import { Portal } from '@mantine/core';
import { useRef } from 'react';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { useAnchoredBox } from '../editors/useAnchoredBox.ts';
import type { GridCell } from '../GridCell.ts';
import type { RowGrid } from '../RowGrid.ts';
import type { CellFinding } from './CellFinding.ts';
import classes from './findings.module.css';

type Props = {
  grid: RowGrid;
  cell: GridCell;
  finding: CellFinding;
  /** While the pointer is over it, it stays. */
  onHover(isOver: boolean): void;
};

/** Why a cell is marked, below it or above. Who hears the cell has heard it already: it is its description. */
export function FindingNote({ grid, cell, finding, onHover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const key: RowKey = rowKey(cell.row);
  useAnchoredBox(box, grid, key, cell.column);
  return (
    <Portal>
      <div ref={box} className={classes.note}>
        <div
          className={classes.noteBox}
          data-below
          role="tooltip"
          data-severity={finding.severity}
          onMouseEnter={() => onHover(true)}
          onMouseLeave={() => onHover(false)}
        >
          {finding.text}
        </div>
      </div>
    </Portal>
  );
}
