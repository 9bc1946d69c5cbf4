import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { markText, showCurrentMark } from '../find/markText.ts';
import type { TextMark } from '../find/TextMark.ts';
import { buildFindingIcon } from '../findings/buildFindingIcon.ts';
import type { CellFinding } from '../findings/CellFinding.ts';
import type { GridItem } from '../GridItem.ts';
import type { CellPerson } from './groupPeopleByCell.ts';
import { markState } from './markState.ts';

/** Everything a cell shows besides its frame. */
export type CellContent = {
  text: string;
  /** Why it cannot be changed; null when it can. */
  lock: string | null;
  /** What a check says of the cell; null when nothing. */
  finding: CellFinding | null;
  /** What it was when its sheet was accepted, in words; null when it has not changed since. */
  change: string | null;
  /** How many comments stand open about it, in words; null when none does. */
  comment: string | null;
  /** Parts of the text that are sought, in order. */
  marks: readonly TextMark[];
  /** Colleagues who are in the cell. */
  people: readonly CellPerson[];
  /** The same in words, for who does not see the frame. */
  peopleText: string;
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
    const { text, lock, finding, change, comment, marks, people, peopleText } = params.readContent(params);
    const parts: Node[] = [];
    if (finding !== null) parts.push(buildFindingIcon(finding.severity));
    parts.push(...markText(text, marks));
    if (peopleText !== '') parts.push(buildHidden(` ${peopleText}`));
    this.#root.replaceChildren(...parts);
    showCurrentMark(params.eGridCell);
    markState(params.eGridCell, { lock, finding, change, comment });
    // The frame is the cell's own, in the colour of whoever came first.
    const [first] = people;
    params.eGridCell.classList.toggle('zvit-occupied', first !== undefined);
    if (first !== undefined) params.eGridCell.style.setProperty('--zvit-person', first.colour);
    return true;
  }
}

function buildHidden(text: string): HTMLElement {
  const words = document.createElement('span');
  words.className = 'visually-hidden';
  words.textContent = text;
  return words;
}
