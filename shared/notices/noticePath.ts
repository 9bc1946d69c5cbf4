import type { NoticeAnswer } from '../api/notices.ts';

/** The page that a notice is about. A thread is looked for by its page, which knows where it stands. */
export function noticePath({
  reportId,
  kind,
  subject,
}: Pick<NoticeAnswer, 'reportId' | 'kind' | 'subject'>): string {
  const report = `/reports/${reportId}`;
  const { threadId, organisationId } = subject;
  if (threadId !== null) return `${report}/comments?${new URLSearchParams({ thread: threadId })}`;
  if (kind === 'submitted') return `${report}/control`;
  if (kind === 'changed' && organisationId !== null) {
    return `${report}/activities?${new URLSearchParams({ panel: 'changes', of: organisationId })}`;
  }
  const query = organisationId === null ? '' : `?${new URLSearchParams({ organisation: organisationId })}`;
  return `${report}/activities${query}`;
}
