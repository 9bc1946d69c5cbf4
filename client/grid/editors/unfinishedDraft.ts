import { z } from 'zod';
import { ReportId, UserId } from '#shared/model/ids.ts';

const storageKey = 'zvit.unfinished';

/** What stood in an editor when its page was closed. */
const UnfinishedDraft = z.object({
  userId: UserId,
  reportId: ReportId,
  columnTitle: z.string(),
  text: z.string(),
});
export type UnfinishedDraft = z.infer<typeof UnfinishedDraft>;

/** Keeps it for this tab, also over a reload or a crash. Not longer: office computers are shared. */
export function keepUnfinishedDraft(draft: UnfinishedDraft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(draft));
  } catch {
    // A browser that stores nothing has asked before the page was left; there is no other place.
  }
}

export function dropUnfinishedDraft(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing is stored there, so there is nothing to drop.
  }
}

/** Takes the draft of this person and report out; whosever it is, it is gone afterwards. */
export function takeUnfinishedDraft(
  owner: Pick<UnfinishedDraft, 'userId' | 'reportId'>,
): UnfinishedDraft | null {
  try {
    const draft = UnfinishedDraft.safeParse(JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
    const isOwn =
      draft.success && draft.data.userId === owner.userId && draft.data.reportId === owner.reportId;
    return isOwn ? draft.data : null;
  } catch {
    return null;
  } finally {
    dropUnfinishedDraft();
  }
}
