import type { OrganisationId } from '#shared/model/ids.ts';
import type { SheetSession } from './SheetSession.ts';

export type UndoStep = readonly OrganisationId[];

/**
 * One order of undoing over all sheets. Each sheet takes back its own person's changes; this keeps
 * which sheets belonged to the last step, so that a change over two sheets is one step.
 */
export class UndoStack {
  readonly #find: (organisationId: OrganisationId) => SheetSession | undefined;
  #done: UndoStep[] = [];
  #undone: UndoStep[] = [];

  constructor(find: (organisationId: OrganisationId) => SheetSession | undefined) {
    this.#find = find;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Notes one step that changed these sheets, each in one transaction. Returns what names it. */
  push(organisationIds: readonly OrganisationId[]): UndoStep {
    const step = [...organisationIds];
    if (step.length === 0) return step;
    this.#done.push(step);
    this.#undone = [];
    return step;
  }

  /** True when this step is the one that {@link undo} would take back. */
  isLast(step: UndoStep): boolean {
    return this.#done.at(-1) === step;
  }

  /** True when something was taken back. A sheet that may no longer be written is passed over. */
  undo(): boolean {
    return this.#move(this.#done, this.#undone, 'undo');
  }

  redo(): boolean {
    return this.#move(this.#undone, this.#done, 'redo');
  }

  #move(from: UndoStep[], to: UndoStep[], direction: 'undo' | 'redo'): boolean {
    const step = from.pop();
    if (step === undefined) return false;
    const sheets = step.map((id) => this.#find(id)).filter((sheet) => sheet?.isEditable === true);
    for (const sheet of sheets) sheet?.undoManager[direction]();
    to.push(step);
    return sheets.length > 0;
  }
}
