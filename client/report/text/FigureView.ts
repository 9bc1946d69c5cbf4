import type { Node as TextNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { flashElement } from '#client/ui/flashElement.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { type FigureProblem, isBlocking } from '#shared/figures/FigureValue.ts';
import classes from './figure.module.css';

/** What a figure in the text needs of the page around it. */
export type FigureHost = {
  read(spec: FigureSpec | null): { text: string; problem: FigureProblem | null };
  isWhole(): boolean;
  subscribe(listener: () => void): () => void;
  /** Opens the rows behind it, or closes them. */
  open(spec: FigureSpec, opener: HTMLElement): void;
  /** What to say on hover about a figure that cannot be trusted. */
  problemText(problem: FigureProblem): string;
};

/** Stands where rows are still arriving: a number of some of them would be wrong. */
const arriving = '…';

/**
 * A figure as it stands in the sentence: the live value, which lights up when it changes, and a door to
 * its rows. Plain elements: a paragraph may hold hundreds, and each change of a row concerns few.
 */
export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly #host: FigureHost;
  readonly #readSpec: (node: TextNode) => FigureSpec | null;
  readonly #stop: () => void;
  #node: TextNode;
  #spec: FigureSpec | null;

  constructor(node: TextNode, host: FigureHost, readSpec: (node: TextNode) => FigureSpec | null) {
    this.#node = node;
    this.#host = host;
    this.#readSpec = readSpec;
    this.#spec = readSpec(node);
    this.dom = document.createElement('span');
    this.dom.className = classes.figure ?? '';
    this.dom.contentEditable = 'false';
    this.dom.role = 'button';
    this.dom.tabIndex = 0;
    this.dom.addEventListener('click', this.#open);
    this.dom.addEventListener('keydown', this.#openByKey);
    this.#stop = host.subscribe(() => this.#draw(true));
    this.#draw(false);
  }

  update(node: TextNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#spec = this.#readSpec(node);
    this.#draw(false);
    return true;
  }

  selectNode(): void {
    this.dom.dataset.selected = 'true';
  }

  deselectNode(): void {
    delete this.dom.dataset.selected;
  }

  /** Keys of the door are its own; everything else is the editor's. */
  stopEvent(event: Event): boolean {
    return event instanceof KeyboardEvent && event.target === this.dom && isOpeningKey(event);
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#stop();
  }

  #draw(isLive: boolean): void {
    const isWhole = this.#host.isWhole();
    const { text, problem } = this.#host.read(this.#spec);
    const shown = isWhole ? text : arriving;
    const { spec, bold, italic } = this.#node.attrs;
    this.dom.dataset.figure = typeof spec === 'string' ? spec : '';
    this.dom.style.fontWeight = bold === true ? 'bold' : '';
    this.dom.style.fontStyle = italic === true ? 'italic' : '';
    const mark = !isWhole || problem === null ? '' : isBlocking(problem) ? 'blocks' : 'warns';
    if (this.dom.dataset.problem !== mark) this.dom.dataset.problem = mark;
    this.dom.title = mark === '' || problem === null ? '' : this.#host.problemText(problem);
    if (this.dom.textContent === shown) return;
    const wasWhole = this.dom.textContent !== '' && this.dom.textContent !== arriving;
    this.dom.textContent = shown;
    if (isLive && wasWhole) flashElement(this.dom);
  }

  readonly #open = () => {
    if (this.#spec !== null) this.#host.open(this.#spec, this.dom);
  };

  readonly #openByKey = (event: KeyboardEvent) => {
    if (!isOpeningKey(event)) return;
    event.preventDefault();
    this.#open();
  };
}

function isOpeningKey(event: KeyboardEvent): boolean {
  return event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space';
}
