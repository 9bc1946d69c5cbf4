import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { GridItem } from '../GridItem.ts';

/** Everything a cell shows besides its frame. */
export type CellContent = {
  text: string;
  /** Said to everybody, seen as an icon: why the value needs attention. */
  warning: string | null;
  /** Colleagues who are in the cell, with the fill of their label. */
  people: readonly { name: string; colour: string; isEditing: boolean }[];
};

export type CellViewParams = { readContent(params: ICellRendererParams<GridItem>): CellContent };

/** Draws a cell by hand: thousands come and go while scrolling. */
export class CellView implements ICellRendererComp<GridItem> {
  readonly #root = document.createElement('span');

  init(params: ICellRendererParams<GridItem> & CellViewParams): void {
    this.#root.className = 'zvit-cell';
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: ICellRendererParams<GridItem> & CellViewParams): boolean {
    const { text, warning, people } = params.readContent(params);
    const parts: Node[] = [];
    if (warning !== null) parts.push(buildWarning(warning));
    parts.push(document.createTextNode(text));
    for (const person of people) parts.push(buildLabel(person));
    this.#root.replaceChildren(...parts);
    this.#root.title = warning ?? '';
    // The frame is the cell's own, in the colour of whoever came first.
    const [first] = people;
    params.eGridCell.classList.toggle('zvit-occupied', first !== undefined);
    if (first !== undefined) params.eGridCell.style.setProperty('--zvit-person', first.colour);
    return true;
  }
}

function buildWarning(text: string): HTMLElement {
  const icon = document.createElement('span');
  icon.className = 'zvit-warning';
  const words = document.createElement('span');
  words.className = 'visually-hidden';
  words.textContent = `${text} `;
  icon.append(words);
  return icon;
}

function buildLabel({ name, colour, isEditing }: CellContent['people'][number]): HTMLElement {
  const label = document.createElement('span');
  label.className = 'zvit-person';
  label.style.backgroundColor = colour;
  label.textContent = isEditing ? `${name} ✎` : name;
  return label;
}
