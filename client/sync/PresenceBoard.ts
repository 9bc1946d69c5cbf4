import type { UserId } from '#shared/model/ids.ts';
import type { Actor } from '#shared/model/user.ts';
import { PresenceState } from '#shared/protocol/messages.ts';
import type { Person, PersonCursor } from './Person.ts';
import type { SheetSession } from './SheetSession.ts';
import { createSignal, type Signal } from './Signal.ts';

const batchMs = 100;

/**
 * Who is here, and in which cell. A person is shown in the first sheet of the report, which everybody
 * has open, and in the sheet of the cell they are in: a state in every sheet would cost every reader a
 * frame for each of them.
 */
export class PresenceBoard {
  readonly #people = createSignal<readonly Person[]>([], isSame);
  readonly #sheets: () => Iterable<SheetSession>;
  readonly #tabId: string;
  #actor: Actor;
  #cursor: PersonCursor | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: { actor: Actor; tabId: string; sheets: () => Iterable<SheetSession> }) {
    this.#actor = options.actor;
    this.#tabId = options.tabId;
    this.#sheets = options.sheets;
    this.#recount();
  }

  get people(): Signal<readonly Person[]> {
    return this.#people;
  }

  setActor(actor: Actor): void {
    this.#actor = actor;
    this.publish();
    this.#recount();
  }

  setCursor(cursor: PersonCursor | null): void {
    if (JSON.stringify(cursor) === JSON.stringify(this.#cursor)) return;
    this.#cursor = cursor;
    this.publish();
  }

  /** Writes this person's state where it belongs, and takes it away elsewhere. */
  publish(): void {
    let isFirst = true;
    for (const sheet of this.#sheets()) {
      const { awareness, organisationId } = sheet;
      const cursor = this.#cursor?.organisationId === organisationId ? this.#cursor : null;
      if (awareness && (isFirst || cursor !== null)) awareness.setLocalState(this.#buildState(cursor));
      else if (awareness && awareness.getLocalState() !== null) {
        // The server passes no removal on; a state without a cursor is, and runs out by itself.
        awareness.setLocalState(this.#buildState(null));
        awareness.setLocalState(null);
      }
      isFirst = false;
    }
  }

  /** To be called when somebody's state may have changed. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#recount();
    }, batchMs);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #buildState(cursor: PersonCursor | null): PresenceState {
    const { userId, name } = this.#actor;
    return {
      user: { id: userId, name, organisationIds: organisationsOf(this.#actor) },
      cursor:
        cursor === null
          ? null
          : { table: cursor.table, rowId: cursor.rowId, field: cursor.field, editing: cursor.editing },
      tabId: this.#tabId,
    };
  }

  #recount(): void {
    const people = new Map<UserId, Person & { cursors: PersonCursor[] }>();
    const { userId, name } = this.#actor;
    people.set(userId, {
      userId,
      name,
      organisationIds: organisationsOf(this.#actor),
      isSelf: true,
      cursors: [],
    });
    for (const { awareness, organisationId } of this.#sheets()) {
      for (const state of awareness?.getStates().values() ?? []) {
        const parsed = PresenceState.safeParse(state);
        if (!parsed.success || parsed.data.user.id === userId) continue;
        const { user, cursor } = parsed.data;
        const person = people.get(user.id) ?? {
          userId: user.id,
          name: user.name,
          organisationIds: user.organisationIds,
          isSelf: false,
          cursors: [],
        };
        if (cursor !== null) person.cursors.push({ ...cursor, organisationId });
        people.set(user.id, person);
      }
    }
    this.#people.set([...people.values()].sort(compare));
  }
}

function organisationsOf(actor: Actor) {
  return actor.memberships.flatMap((membership) =>
    membership.role === 'editor' ? [membership.organisationId] : [],
  );
}

function compare(a: Person, b: Person): number {
  if (a.isSelf !== b.isSelf) return a.isSelf ? -1 : 1;
  return a.name.localeCompare(b.name, 'uk') || (a.userId < b.userId ? -1 : 1);
}

function isSame(a: readonly Person[], b: readonly Person[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
