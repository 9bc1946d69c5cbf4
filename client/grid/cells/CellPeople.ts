import type { Person } from '#client/sync/Person.ts';
import { presenceColour } from '#client/ui/presenceColour.ts';
import type { CellContent } from './CellView.ts';

type People = CellContent['people'];

/** Which colleagues are in which cell. Cells are named `organisation/row/column`. */
export class CellPeople {
  #people = new Map<string, People>();

  in(cellId: string): People {
    return this.#people.get(cellId) ?? [];
  }

  /** Returns the cells in which somebody is, or is no longer, or now begins or ends typing. */
  set(people: readonly Person[]): string[] {
    const previous = this.#people;
    const next = new Map<string, People[number][]>();
    for (const { userId, name, cursors } of people) {
      for (const { organisationId, rowId, field, editing } of cursors) {
        const id = `${organisationId}/${rowId}/${field}`;
        const present = next.get(id) ?? [];
        present.push({ name, colour: presenceColour(userId), isEditing: editing });
        next.set(id, present);
      }
    }
    this.#people = next;
    const touched = new Set([...previous.keys(), ...next.keys()]);
    return [...touched].filter((id) => JSON.stringify(previous.get(id)) !== JSON.stringify(next.get(id)));
  }
}
