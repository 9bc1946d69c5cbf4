import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

export type HeaderViewParams = {
  /** For those who hear the header: how its menu opens. */
  hint: string;
};

/** The title of a column and, for the mouse, what opens its menu. By keys the header itself does. */
export class HeaderView implements IInnerHeaderComponent<GridItem> {
  readonly #root = document.createElement('span');
  readonly #title = document.createTextNode('');
  readonly #button = document.createElement('button');

  init(params: IHeaderParams<GridItem> & HeaderViewParams): void {
    this.#button.type = 'button';
    this.#button.tabIndex = -1;
    this.#button.className = 'zvit-header-button';
    // The header would be read with it: «КЕКВ, меню» at every cell of the column.
    this.#button.ariaHidden = 'true';
    this.#root.append(this.#title, this.#button);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ displayName, eGridHeader, hint }: IHeaderParams<GridItem> & HeaderViewParams): boolean {
    this.#title.data = displayName;
    eGridHeader.setAttribute('aria-description', hint);
    return true;
  }
}
