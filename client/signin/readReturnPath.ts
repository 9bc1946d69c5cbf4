import { pagePaths } from '#client/app/links.ts';

/**
 * Where a person was when they were sent to sign in, out of the history entry's state; the home page
 * when that is not a path of this site.
 */
export function readReturnPath(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('from' in state)) return pagePaths.home;
  const { from } = state;
  if (typeof from !== 'string' || !/^\/(?![/\\])/.test(from)) return pagePaths.home;
  return from;
}
