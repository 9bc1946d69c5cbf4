import type { UserId } from '#shared/model/ids.ts';

/**
 * Which Yjs client id belongs to which user in one open document. A client id is a user's, not a
 * session's: after a reload, edits made offline arrive under the same person's older id. Ids of
 * people who only read are kept in memory alone; they sign nothing.
 */
export class ClientOwners {
  readonly #owners: Map<number, UserId>;
  readonly #stored: Set<number>;

  constructor(stored: ReadonlyMap<number, UserId>) {
    this.#owners = new Map(stored);
    this.#stored = new Set(stored.keys());
  }

  isForeign(clientId: number, userId: UserId): boolean {
    const owner = this.#owners.get(clientId);
    return owner !== undefined && owner !== userId;
  }

  claim(clientId: number, userId: UserId): void {
    if (!this.#owners.has(clientId)) this.#owners.set(clientId, userId);
  }

  isStored(clientId: number): boolean {
    return this.#stored.has(clientId);
  }

  markStored(clientId: number): void {
    this.#stored.add(clientId);
  }
}
