import type { OrganisationId } from '#shared/model/ids.ts';
import type { Deed } from './history/Deed.ts';

/** What one gesture did, over all sheets it touched, in the order it was done. */
export type UndoStep = { parts: StepPart[] };
export type StepPart = { organisationId: OrganisationId; deeds: readonly Deed[] };

/** A step that is being taken back, or done again. */
export type StepMove = {
  readonly step: UndoStep;
  /**
   * To be called when it was done in part only: the rest stays where the step was, and is a step of its
   * own. Whoever holds the step then holds the part of it that can be undone.
   */
  split(moved: StepPart[], rest: StepPart[]): void;
};

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
  move(direction: 'undo' | 'redo'): StepMove | null {
    const [from, to] = direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const step = from.pop();
    if (step === undefined) return null;
    to.push(step);
    const place = from.length;
    return {
      step,
      // A new edit may have ended redo meanwhile: what was undone is then in a list that nobody has.
      split(moved, rest) {
        const other = { parts: direction === 'undo' ? moved : rest };
        step.parts = direction === 'undo' ? rest : moved;
        if (direction === 'undo') to.splice(to.lastIndexOf(step), 1, other);
        from.splice(place, 0, direction === 'undo' ? step : other);
      },
    };
  }

  isLast(step: UndoStep): boolean {
    return this.#done.at(-1) === step;
  }

  /** Takes a step back out of its turn; it cannot be done again. Null when it is not to be undone any more. */
  remove(step: UndoStep): StepMove | null {
    const place = this.#done.lastIndexOf(step);
    if (place < 0) return null;
    this.#done.splice(place, 1);
    return {
      step,
      split: (_moved, rest) => {
        step.parts = rest;
        this.#done.splice(place, 0, step);
      },
    };
  }
}
