import type { StoredUser } from '#server/storage/Storage.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { must } from '#shared/must.ts';
import type { Call, Caller } from './Route.ts';

/**
 * That it is the person, and not who found their browser open: by the password, or, for who has none, by a
 * sign-in of just now. AppError `password.wrong-current`, `session.locked`, `session.not-fresh`.
 */
export async function checkItIsThem(
  {
    services,
    caller,
    client,
  }: Pick<Call<unknown, unknown, unknown, Caller>, 'services' | 'caller' | 'client'>,
  password: string,
): Promise<StoredUser> {
  const { userId } = caller.actor;
  const user = must(await services.storage.users.findById(userId), userId);
  if (user.passwordHash !== null) return services.accounts.checkOwnPassword(userId, password, client.address);
  if (!(await services.sessions.isFresh(userId, caller.sessionId))) throw new AppError('session.not-fresh');
  return user;
}
