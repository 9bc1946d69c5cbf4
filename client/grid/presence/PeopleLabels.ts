import type { CellPerson } from '../cells/groupPeopleByCell.ts';
import { numberColumn } from '../fields.ts';
import { placeLabel, type Rect } from './placeLabel.ts';

/** A name in full stands over its neighbour; after a moment a mark on the frame is enough. */
const fullMs = 3_000;

type Label = {
  element: HTMLElement;
  people: string;
  /** When its people came or began to type. */
  since: number;
  isCompact: boolean;
  size: { width: number; height: number };
};

/**
 * Draws who is in which cell over the table: names for a moment, or while one points at the cell or is in
 * it, else a mark. Over the table and not in the cells, so that nothing cuts a name off at the first row,
 * the last column, or where a cell is half scrolled away.
 */
export class PeopleLabels {
  readonly #layer: HTMLElement;
  readonly #grid: HTMLElement;
  readonly #readSeen: () => Rect;
  readonly #labels = new Map<string, Label>();
  #people: ReadonlyMap<string, readonly CellPerson[]> = new Map();
  #pointed: Element | null = null;
  #frame: number | null = null;

  /** `layer` lies over `grid`, and takes no clicks; `readSeen` tells where its rows scroll. */
  constructor(layer: HTMLElement, grid: HTMLElement, readSeen: () => Rect) {
    this.#layer = layer;
    this.#grid = grid;
    this.#readSeen = readSeen;
    grid.addEventListener('pointerover', this.#handlePointer);
    grid.addEventListener('pointerleave', this.#handlePointer);
  }

  destroy(): void {
    this.#grid.removeEventListener('pointerover', this.#handlePointer);
    this.#grid.removeEventListener('pointerleave', this.#handlePointer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#layer.replaceChildren();
  }

  setPeople(people: ReadonlyMap<string, readonly CellPerson[]>): void {
    this.#people = people;
    this.#frame ??= requestAnimationFrame(this.#draw);
  }

  readonly #handlePointer = ({ type, target }: Event) => {
    this.#pointed = type === 'pointerover' && target instanceof Element ? target.closest('.ag-cell') : null;
  };

  /** Frame by frame while somebody is in the table: rows come late, move and scroll without a word. */
  readonly #draw = (now: number) => {
    this.#frame = this.#people.size > 0 ? requestAnimationFrame(this.#draw) : null;
    const cells = new Map<string, Element>();
    for (const cell of this.#grid.getElementsByClassName('zvit-occupied')) {
      const id = `${cell.closest('.ag-row')?.getAttribute('row-id')}/${cell.getAttribute('col-id')}`;
      if (this.#people.has(id)) cells.set(id, cell);
    }
    for (const [id, label] of this.#labels) {
      if (cells.has(id)) continue;
      label.element.remove();
      this.#labels.delete(id);
    }
    if (cells.size === 0) return;
    const seen = this.#readSeen();
    for (const [id, cell] of cells) this.#drawLabel(id, cell, seen, now);
  };

  #drawLabel(id: string, cell: Element, rows: Rect, now: number): void {
    const label = this.#findLabel(id, now);
    const isPointed = cell === this.#pointed || cell.contains(document.activeElement);
    const isCompact = now - label.since > fullMs && !isPointed;
    if (isCompact !== label.isCompact || label.size.width === 0) {
      label.isCompact = isCompact;
      label.element.toggleAttribute('data-compact', isCompact);
      label.size = { width: label.element.offsetWidth, height: label.element.offsetHeight };
    }
    const rect = cell.getBoundingClientRect();
    // The row's number stands beside what scrolls.
    const isNumber = cell.getAttribute('col-id') === numberColumn;
    const seen = isNumber ? { ...rows, left: rect.left } : rows;
    const place = placeLabel(rect, seen, label.size);
    const { style, dataset } = label.element;
    style.visibility = place === null ? 'hidden' : 'visible';
    if (place === null) return;
    const origin = this.#layer.getBoundingClientRect();
    style.transform = `translate(${Math.round(place.left - origin.left)}px, ${Math.round(place.top - origin.top)}px)`;
    dataset.edge = place.edge;
  }

  #findLabel(id: string, now: number): Label {
    const people = this.#people.get(id) ?? [];
    const key = JSON.stringify(people);
    const known = this.#labels.get(id);
    if (known?.people === key) return known;
    known?.element.remove();
    const element = buildLabel(id, people);
    this.#layer.append(element);
    const label = { element, people: key, since: now, isCompact: false, size: { width: 0, height: 0 } };
    this.#labels.set(id, label);
    return label;
  }
}

/** Screen readers hear of it in the cell. */
function buildLabel(id: string, people: readonly CellPerson[]): HTMLElement {
  const label = document.createElement('div');
  label.className = 'zvit-people';
  label.dataset.cell = id;
  label.ariaHidden = 'true';
  for (const { name, colour, isEditing } of people) {
    const person = document.createElement('span');
    person.className = 'zvit-person';
    person.style.backgroundColor = colour;
    person.textContent = isEditing ? `${name} ✎` : name;
    label.append(person);
  }
  return label;
}
