/** The ids with one of them a place further up (−1) or down (1); undefined where there is no such place. */
export function moveInOrder<T>(ids: readonly T[], id: T, by: -1 | 1): T[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
