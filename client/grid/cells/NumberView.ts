import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

export type NumberViewParams = {
  /** Words for a row that may not be written; null for one's own. */
  readLock(item: GridItem): string | null;
};

/** The row's number, and a lock where the row may only be read. */
export class NumberView implements ICellRendererComp<GridItem> {
  readonly #root = document.createElement('span');

  init(params: ICellRendererParams<GridItem> & NumberViewParams): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ data, node, readLock }: ICellRendererParams<GridItem> & NumberViewParams): boolean {
    const lock = data === undefined ? null : readLock(data);
    const number = node.rowPinned || node.rowIndex === null ? '' : String(node.rowIndex + 1);
    this.#root.className = lock === null ? 'zvit-number' : 'zvit-number zvit-locked';
    this.#root.replaceChildren(document.createTextNode(number));
    this.#root.title = lock ?? '';
    if (lock !== null) {
      const words = document.createElement('span');
      words.className = 'visually-hidden';
      words.textContent = ` ${lock}`;
      this.#root.append(words);
    }
    return true;
  }
}
