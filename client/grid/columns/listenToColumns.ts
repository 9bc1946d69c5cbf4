import type { GridApi } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

/** Dragging, widening and sorting in the header; what the program does to columns itself is none of it. */
const own: ReadonlySet<string> = new Set([
  'uiColumnMoved',
  'uiColumnResized',
  'uiColumnSorted',
  'uiColumnDragged',
  'autosizeColumns',
]);

/** Tells of what a person does to the columns by the grid's own header. Returns what ends it. */
export function listenToColumns(api: GridApi<GridItem>, onChange: () => void): () => void {
  const listen = (event: { source: string; finished?: boolean }) => {
    // The grid tells later, maybe when it is there no more.
    if (own.has(event.source) && event.finished !== false && !api.isDestroyed()) onChange();
  };
  const types = ['columnMoved', 'columnResized', 'sortChanged'] as const;
  for (const type of types) api.addEventListener(type, listen);
  return () => {
    for (const type of types) api.removeEventListener(type, listen);
  };
}
