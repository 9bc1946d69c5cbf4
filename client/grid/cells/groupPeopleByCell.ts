import type { Person } from '#client/sync/Person.ts';
import { presenceColour } from '#client/ui/presenceColour.ts';

/** Somebody who is in a cell, with the fill of their label. */
export type CellPerson = { name: string; colour: string; isEditing: boolean };

/** Who is in which cell; cells are named `organisation/row/column`. */
export function groupPeopleByCell(people: readonly Person[]): Map<string, CellPerson[]> {
  const groups = new Map<string, CellPerson[]>();
  for (const { userId, name, cursors } of people) {
    for (const { organisationId, rowId, field, editing } of cursors) {
      const id = `${organisationId}/${rowId}/${field}`;
      const present = groups.get(id) ?? [];
      present.push({ name, colour: presenceColour(userId), isEditing: editing });
      groups.set(id, present);
    }
  }
  return groups;
}
