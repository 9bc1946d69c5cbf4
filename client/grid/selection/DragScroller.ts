import type { ScrollBounds } from './CellGeometry.ts';

/** Pixels scrolled in a frame for each pixel that the pointer is past the edge, and at most. */
const speed = 0.25;
const fastest = 60;

/** Along the numbers of rows a drag is always past the left edge, and means rows alone. */
export type ScrollAxes = 'both' | 'vertical';

type Options = {
  axes: ScrollAxes;
  readBounds(): ScrollBounds;
  onScroll(): void;
};

/** While a drag is past the edge of the rows, scrolls them there, frame by frame. */
export class DragScroller {
  readonly #viewport: Element;
  readonly #options: Options;
  #frame = 0;
  #x = 0;
  #y = 0;

  constructor(viewport: Element, options: Options) {
    this.#viewport = viewport;
    this.#options = options;
  }

  /** The pointer is here now, in viewport coordinates. */
  setPointer(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    if (this.#frame === 0) this.#tick();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #tick(): void {
    const { axes, readBounds, onScroll } = this.#options;
    const { top, right, bottom, left } = readBounds();
    const x = axes === 'both' ? pastEdge(this.#x, left, right) : 0;
    const y = pastEdge(this.#y, top, bottom);
    if (x === 0 && y === 0) {
      this.#frame = 0;
      return;
    }
    this.#viewport.scrollBy(step(x), step(y));
    onScroll();
    this.#frame = requestAnimationFrame(() => this.#tick());
  }
}

function pastEdge(place: number, low: number, high: number): number {
  if (place < low) return place - low;
  return place > high ? place - high : 0;
}

function step(past: number): number {
  if (past === 0) return 0;
  return Math.sign(past) * Math.min(fastest, Math.max(1, Math.abs(past) * speed));
}
