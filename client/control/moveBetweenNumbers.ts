import type { KeyboardEvent } from 'react';

const steps: Record<string, { rows: number; columns: number }> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** Arrow keys on a number go to the next number of the table in that direction, over empty cells. */
export function moveBetweenNumbers(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  const table = cell?.closest('table');
  if (!cell || !table || !(row instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  const rows = [...table.rows];
  let rowIndex = rows.indexOf(row) + step.rows;
  let columnIndex = cell.cellIndex + step.columns;
  for (;;) {
    const next = rows[rowIndex]?.cells[columnIndex];
    if (!next) return;
    const button = next.querySelector('button');
    if (button) {
      button.focus();
      return;
    }
    rowIndex += step.rows;
    columnIndex += step.columns;
  }
}
