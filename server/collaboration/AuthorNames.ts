import type { Storage, StoredTransition } from '#server/storage/Storage.ts';
import type { TransitionAnswer } from '#shared/api/submission.ts';
import type { Author } from '#shared/model/author.ts';
import type { UserId } from '#shared/model/ids.ts';

type Mark = { userId: UserId | null; time: number };

/** Names people as they are called today, each looked up once: for one answer. */
export class AuthorNames {
  readonly #users: Pick<Storage['users'], 'findById'>;
  readonly #authors = new Map<UserId, Author>();

  constructor({ users }: Pick<Storage, 'users'>) {
    this.#users = users;
  }

  async describe({ userId, time }: Mark): Promise<{ at: string; author: Author }> {
    return { at: new Date(time).toISOString(), author: await this.find(userId) };
  }

  async describeTransition(transition: StoredTransition): Promise<TransitionAnswer> {
    return { ...transition, ...(await this.describe(transition)) };
  }

  async find(userId: UserId | null): Promise<Author> {
    if (userId === null) return { kind: 'server' };
    const known = this.#authors.get(userId);
    if (known !== undefined) return known;
    const author = { kind: 'person' as const, name: (await this.#users.findById(userId))?.name ?? null };
    this.#authors.set(userId, author);
    return author;
  }
}
