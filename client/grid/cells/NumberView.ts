import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { buildFindingIcon } from '../findings/buildFindingIcon.ts';
import type { CellFinding } from '../findings/CellFinding.ts';
import type { GridItem } from '../GridItem.ts';
import { markState } from './markState.ts';

export type NumberViewParams = {
  /** What a row is numbered by its place on the screen. */
  readNumber(index: number): number;
  /** Words for a row that may not be written; null for one's own. */
  readLock(item: GridItem): string | null;
  readFinding(item: GridItem): CellFinding | null;
  /** Words for a row that came since its sheet was accepted; null for all others. */
  readChange(item: GridItem): string | null;
  /** Words for a row that somebody commented on as a whole. */
  readComment(item: GridItem): string | null;
};

/** The row's number, a lock where the row may only be read, and what the checks say of the row. */
export class NumberView implements ICellRendererComp<GridItem> {
  readonly #root = document.createElement('span');

  init(params: ICellRendererParams<GridItem> & NumberViewParams): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: ICellRendererParams<GridItem> & NumberViewParams): boolean {
    const { data, node, readNumber, readLock, readFinding, readChange, readComment } = params;
    const finding = data === undefined ? null : readFinding(data);
    const lock = data === undefined ? null : readLock(data);
    const change = data === undefined ? null : readChange(data);
    const comment = data === undefined ? null : readComment(data);
    markState(params.eGridCell, { lock: null, finding, change, comment });
    const number = node.rowPinned || node.rowIndex === null ? '' : String(readNumber(node.rowIndex));
    this.#root.className = lock === null ? 'zvit-number' : 'zvit-number zvit-locked';
    const icon = finding === null || finding.text === '' ? [] : [buildFindingIcon(finding.severity)];
    this.#root.replaceChildren(...icon, document.createTextNode(number));
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
