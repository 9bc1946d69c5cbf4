import type { DropForecast } from './RowDrop.ts';

type Place = {
  /** Of the gap and the pointer, in viewport coordinates. */
  y: number;
  pointer: { x: number; y: number };
  /** The sides of the table. */
  left: number;
  right: number;
};

/** The line where rows will go, and beside the pointer how many they are, or why they may not go there. */
export class RowDropMark {
  readonly #line = document.createElement('div');
  readonly #label = document.createElement('div');

  constructor() {
    this.#line.className = 'zvit-drop-line';
    this.#label.className = 'zvit-drop-label';
    // Who does not see it moves rows by keys, and hears the same reasons.
    this.#line.ariaHidden = 'true';
    this.#label.ariaHidden = 'true';
    document.body.append(this.#line, this.#label);
    document.documentElement.classList.add('zvit-dragging-rows');
  }

  show({ text, isAllowed }: DropForecast, { y, pointer, left, right }: Place): void {
    for (const part of [this.#line, this.#label]) part.classList.toggle('zvit-drop-refused', !isAllowed);
    document.documentElement.classList.toggle('zvit-no-drop', !isAllowed);
    Object.assign(this.#line.style, { top: `${y - 1}px`, left: `${left}px`, width: `${right - left}px` });
    this.#label.textContent = text;
    // Below the pointer and beside it; above it where the window ends.
    const isLow = pointer.y + 20 + this.#label.offsetHeight > innerHeight - 8;
    const top = isLow ? pointer.y - 12 - this.#label.offsetHeight : pointer.y + 20;
    Object.assign(this.#label.style, { top: `${top}px`, left: `${pointer.x + 14}px` });
  }

  remove(): void {
    this.#line.remove();
    this.#label.remove();
    document.documentElement.classList.remove('zvit-dragging-rows', 'zvit-no-drop');
  }
}
