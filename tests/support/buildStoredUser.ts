import type { StoredUser } from '#server/storage/Storage.ts';
import { UserId } from '#shared/model/ids.ts';

export function buildStoredUser(login: string, change: Partial<StoredUser> = {}): StoredUser {
  return {
    id: UserId.parse(`id-${login}`),
    name: `Користувач ${login}`,
    login,
    passwordHash: `$argon2id$${login}`,
    isAdministrator: false,
    isDisabled: false,
    memberships: [],
    ...change,
  };
}
