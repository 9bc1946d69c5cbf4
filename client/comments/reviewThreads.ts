import type { ThreadAnswer, ThreadId } from '#shared/api/comments.ts';
import { isRowPlace } from '#shared/comments/CommentPlace.ts';
import type { OrganisationId } from '#shared/model/ids.ts';

/**
 * What was said at a review: open threads about rows of one sheet that were begun since it was last
 * submitted (`since`, ISO 8601; null when it never was), in the order they were begun in.
 */
export function listReviewThreads(
  threads: readonly ThreadAnswer[],
  organisationId: OrganisationId,
  since: string | null,
): ThreadAnswer[] {
  if (since === null) return [];
  return threads
    .filter(
      ({ place, resolved, at }) =>
        isRowPlace(place) &&
        place.organisationId === organisationId &&
        resolved === null &&
        Date.parse(at) >= Date.parse(since),
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The one to look at after another, round and round; what was looked at last may be resolved by now. */
export function findNextThread(
  review: readonly ThreadAnswer[],
  last: ThreadId | null,
): { thread: ThreadAnswer; number: number } | null {
  const index = (review.findIndex(({ id }) => id === last) + 1) % Math.max(1, review.length);
  const thread = review[index];
  return thread === undefined ? null : { thread, number: index + 1 };
}
