import type { UserId } from '#shared/model/ids.ts';
import { forgetLastViewCopies } from './LastViewCopy.ts';
import { removeLocalCopies } from './LocalCopy.ts';
import { forgetPending, listPendingUsers } from './PendingLedger.ts';

/** At sign-out: this person's copies go, sent or not; others' stay only while something of theirs is unsent. */
export async function clearOnSignOut(userId: UserId): Promise<void> {
  forgetPending(localStorage, userId);
  await clearOthers(null);
}

/** When somebody signs in: copies of earlier people go, except what they have not sent yet. */
export async function clearOthers(currentUserId: UserId | null): Promise<void> {
  forgetLastViewCopies(localStorage, currentUserId);
  const waiting = listPendingUsers(localStorage);
  await removeLocalCopies((userId) => userId !== currentUserId && !waiting.has(userId));
}
