import type { Person } from '#client/sync/Person.ts';
import { type CellPerson, groupPeopleByCell } from './groupPeopleByCell.ts';

/** Which colleagues are in which cell. Cells are named `organisation/row/column`. */
export class CellPeople {
  #people: ReadonlyMap<string, readonly CellPerson[]> = new Map();

  in(cellId: string): readonly CellPerson[] {
    return this.#people.get(cellId) ?? [];
  }

  /** Returns the cells in which somebody is, or is no longer, or now begins or ends typing. */
  set(people: readonly Person[]): string[] {
    const previous = this.#people;
    const next = groupPeopleByCell(people);
    this.#people = next;
    const touched = new Set([...previous.keys(), ...next.keys()]);
    return [...touched].filter((id) => JSON.stringify(previous.get(id)) !== JSON.stringify(next.get(id)));
  }
}
