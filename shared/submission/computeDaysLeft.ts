const dayMs = 86_400_000;

/**
 * Whole days from today, by the clock of whoever counts, to the last day for submitting (`YYYY-MM-DD`): 0 on that day
 * itself, negative after it. Days of the calendar are counted, so a change of the clocks moves none.
 */
export function computeDaysLeft(deadline: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${deadline}T00:00:00Z`) - today) / dayMs);
}
