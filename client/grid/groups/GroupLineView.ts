import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridItem, GroupItem } from '../GridItem.ts';
import { figurePlaceNames } from './layOutFigures.ts';

export type GroupLineWords = {
  rows(count: number): string;
  /** Said to a screen reader. */
  state(isCollapsed: boolean): string;
  /** Printed amounts by column; none where nothing adds up. */
  figures(item: GroupItem): readonly { column: string; title: string; text: string }[];
};

/** Null before there is a table. */
export type GroupLineParams = { readWords(): GroupLineWords | null };

/**
 * The line over a group, across the whole table: its name and count stay in sight, each sum stands in
 * its column. Where columns are is said by custom properties of the table, see {@link layOutFigures}.
 */
export class GroupLineView implements ICellRendererComp<GridItem> {
  readonly #root = document.createElement('div');

  init(params: ICellRendererParams<GridItem> & GroupLineParams): void {
    this.#root.className = 'zvit-group';
    this.#root.role = 'gridcell';
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ data, readWords }: ICellRendererParams<GridItem> & GroupLineParams): boolean {
    const words = readWords();
    if (data?.kind !== 'group' || words === null) return false;
    this.#root.dataset.group = data.id;
    this.#root.ariaExpanded = String(!data.isCollapsed);
    const title = buildPart('zvit-group-title', data.title);
    title.title = data.title;
    const name = buildPart('zvit-group-name');
    name.append(
      buildPart('zvit-group-arrow'),
      title,
      buildPart('zvit-group-count', words.rows(data.rowCount)),
      buildPart('visually-hidden', ` ${words.state(data.isCollapsed)}`),
    );
    const figures = words.figures(data).map(({ column, title: figureTitle, text }) => {
      const figure = buildPart('zvit-group-figure');
      const place = figurePlaceNames(column);
      figure.style.left = `var(${place.left}, 0)`;
      figure.style.width = `var(${place.width}, 0)`;
      figure.append(buildPart('visually-hidden', `${figureTitle}: `), text);
      return figure;
    });
    this.#root.replaceChildren(name, ...figures);
    return true;
  }
}

function buildPart(className: string, text = ''): HTMLElement {
  const part = document.createElement('span');
  part.className = className;
  part.textContent = text;
  return part;
}
