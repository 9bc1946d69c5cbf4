import { rowKey } from '#client/sync/RowStore.ts';
import type { CellMap } from '../CellMap.ts';
import type { GridCell } from '../GridCell.ts';

type Options = {
  cells: CellMap;
  /** A cell as one would type it; null where there is only what is shown. */
  readText(cell: GridCell): string | null;
  onPaste(text: string, cell: GridCell): void;
};

/** The clipboard's events in the table. Returns what ends it. */
export function listenToClipboard({ cells, readText, onPaste }: Options): () => void {
  /** One cell, unless a part of its text is selected. */
  const handleCopy = (event: ClipboardEvent) => {
    const cell = cells.findCell(event.target);
    if (cell === null || (document.getSelection()?.toString() ?? '') !== '') return;
    const shown = () => cells.findElement({ key: rowKey(cell.row), column: cell.column })?.textContent ?? '';
    event.clipboardData?.setData('text/plain', readText(cell) ?? shown());
    event.preventDefault();
  };
  const handlePaste = (event: ClipboardEvent) => {
    const cell = cells.findCell(event.target);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (cell === null || text === '') return;
    event.preventDefault();
    onPaste(text, cell);
  };
  const { element } = cells;
  element.addEventListener('copy', handleCopy, { capture: true });
  element.addEventListener('paste', handlePaste, { capture: true });
  return () => {
    element.removeEventListener('copy', handleCopy, { capture: true });
    element.removeEventListener('paste', handlePaste, { capture: true });
  };
}
