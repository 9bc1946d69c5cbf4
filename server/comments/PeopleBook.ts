import type { UserStore } from '#server/storage/Storage.ts';
import type { PersonRef } from '#shared/api/comments.ts';
import type { UserId } from '#shared/model/ids.ts';

/** People as they are called today, each looked up once: for one answer. */
export class PeopleBook {
  readonly #users: Pick<UserStore, 'findById'>;
  readonly #names = new Map<UserId, Promise<string | null>>();

  constructor(users: Pick<UserStore, 'findById'>) {
    this.#users = users;
  }

  /** The name is null when the account is not in this database. */
  async describe(userId: UserId): Promise<PersonRef> {
    let name = this.#names.get(userId);
    if (name === undefined) {
      name = this.#users.findById(userId).then((user) => user?.name ?? null);
      this.#names.set(userId, name);
    }
    return { userId, name: await name };
  }
}
