import type { Person } from '#client/sync/Person.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';

/** Who has left a cell may be the one whose change arrives just after. */
const memoryMs = 5_000;

/** Remembers which colleagues were seen typing in one cell, for as long as a change may be theirs. */
export class Typists {
  readonly #row: Pick<Row, 'organisationId' | 'id'>;
  readonly #field: Field;
  readonly #now: () => number;
  /** By user id: the name, and when they were last seen typing here. */
  readonly #seen = new Map<string, { name: string; lastSeen: number }>();
  #present = new Map<string, string>();

  constructor(row: Pick<Row, 'organisationId' | 'id'>, field: Field, now: () => number) {
    this.#row = row;
    this.#field = field;
    this.#now = now;
  }

  /** Names of those who are typing here, as of the last {@link see}. */
  get names(): string[] {
    return [...this.#present.values()];
  }

  see(people: readonly Person[]): void {
    const typing = people.filter((person) => !person.isSelf && this.#isTypingHere(person));
    // Those who have just stopped were here until this moment.
    const lastSeen = this.#now();
    for (const [userId, name] of this.#present) this.#seen.set(userId, { name, lastSeen });
    this.#present = new Map(typing.map(({ userId, name }) => [userId, name]));
    for (const [userId, name] of this.#present) this.#seen.set(userId, { name, lastSeen });
  }

  /** Whose a change that arrives now must be; null when nobody, or more than one, was typing here. */
  findAuthor(): string | null {
    const oldest = this.#now() - memoryMs;
    const [only, ...others] = [...this.#seen.values()].filter(({ lastSeen }) => lastSeen >= oldest);
    return only !== undefined && others.length === 0 ? only.name : null;
  }

  #isTypingHere({ cursors }: Person): boolean {
    return cursors.some(
      ({ organisationId, rowId, field, editing }) =>
        editing &&
        organisationId === this.#row.organisationId &&
        rowId === this.#row.id &&
        field === this.#field,
    );
  }
}
