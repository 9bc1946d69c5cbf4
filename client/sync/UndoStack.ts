import type { OrganisationId } from '#shared/model/ids.ts';
import type { Deed } from './history/Deed.ts';

/** What one gesture did, over all sheets it touched, in the order it was done. */
export type UndoStep = { readonly parts: { organisationId: OrganisationId; deeds: readonly Deed[] }[] };

/** One order of undoing over all sheets. */
export class UndoStack {
  readonly #done: UndoStep[] = [];
  #undone: UndoStep[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Begins a step; what is done is added to its parts. Redo is lost by it, as everywhere. */
  push(step: UndoStep): void {
    this.#done.push(step);
    this.#undone = [];
  }

  /** The step to be taken back, or done again, now among those of the other kind. */
  move(direction: 'undo' | 'redo'): UndoStep | null {
    const [from, to] = direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const step = from.pop();
    if (step === undefined) return null;
    to.push(step);
    return step;
  }

  isLast(step: UndoStep): boolean {
    return this.#done.at(-1) === step;
  }

  /** Forgets a step that was taken back out of its turn, or did nothing. False when it is not to be undone any more. */
  remove(step: UndoStep): boolean {
    const place = this.#done.lastIndexOf(step);
    if (place < 0) return false;
    this.#done.splice(place, 1);
    return true;
  }
}
