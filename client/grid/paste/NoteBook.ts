import type { PlanNote } from './Plan.ts';

const mostNames = 20;

/** Counts what a plan leaves out, and keeps the first names of each kind. */
export class NoteBook {
  readonly #byKind = new Map<PlanNote['kind'], { count: number; names: Set<string> }>();

  add(kind: PlanNote['kind'], name: string, count = 1): void {
    const note = this.#byKind.get(kind) ?? { count: 0, names: new Set<string>() };
    note.count += count;
    if (note.names.size < mostNames) note.names.add(name);
    this.#byKind.set(kind, note);
  }

  list(): PlanNote[] {
    return [...this.#byKind].map(([kind, { count, names }]) => ({ kind, count, names: [...names] }));
  }
}
