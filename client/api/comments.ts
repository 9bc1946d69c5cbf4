import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type CommentId,
  type CommentRequest,
  commentPaths,
  ReaderList,
  ThreadAnswer,
  type ThreadId,
  ThreadList,
  type ThreadRequest,
} from '#shared/api/comments.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { type ApiRequest, apiFetch, buildPath } from './client.ts';

const commentsKey = (reportId: ReportId) => ['comments', reportId] as const;

function threadsQuery(reportId: ReportId) {
  return queryOptions({
    queryKey: commentsKey(reportId),
    queryFn: () => apiFetch(buildPath(commentPaths.comments, { reportId }), ThreadList),
  });
}

const none: readonly ThreadAnswer[] = [];

/** Every thread of a report, the oldest first; empty until they are here. */
export function useThreads(reportId: ReportId): {
  threads: readonly ThreadAnswer[];
  isPending: boolean;
  error: unknown;
} {
  const { data, error, isPending } = useQuery(threadsQuery(reportId));
  return { threads: data?.threads ?? none, error, isPending };
}

/** Whom a comment may mention. */
export function useReaders(reportId: ReportId): ReaderList['readers'] {
  const { data } = useQuery({
    queryKey: ['readers', reportId] as const,
    queryFn: () => apiFetch(buildPath(commentPaths.readers, { reportId }), ReaderList),
  });
  return useMemo(() => data?.readers ?? [], [data]);
}

/** Fetches one thread anew into the list; the others stay as they are. */
export function useThreadNews(): (reportId: ReportId, threadId: ThreadId) => void {
  const keep = useKeepThread();
  return useMemo(
    () => (reportId, threadId) => {
      const path = buildPath(commentPaths.thread, { reportId, threadId });
      // A refusal, or no network: the list is asked for anew with the next look at it.
      apiFetch(path, ThreadAnswer, { isLive: true }).then(
        (thread) => keep(reportId, thread),
        () => keep(reportId, null),
      );
    },
    [keep],
  );
}

export type CommentActions = {
  begin(request: ThreadRequest): Promise<ThreadAnswer>;
  answer(threadId: ThreadId, request: CommentRequest): Promise<ThreadAnswer>;
  resolve(threadId: ThreadId, isResolved: boolean): Promise<ThreadAnswer>;
  edit(threadId: ThreadId, commentId: CommentId, request: CommentRequest): Promise<ThreadAnswer>;
  remove(threadId: ThreadId, commentId: CommentId): Promise<ThreadAnswer>;
};

/** What one does with comments; each answer takes its place in the list at once. Rejects as `apiFetch`. */
export function useCommentActions(reportId: ReportId): CommentActions {
  const keep = useKeepThread();
  const { mutateAsync } = useMutation({
    mutationFn: ({ path, request }: { path: string; request: ApiRequest }) =>
      apiFetch(path, ThreadAnswer, request),
    onSuccess: (thread) => keep(reportId, thread),
  });
  return useMemo(() => {
    const send = (path: string, parameters: Record<string, string>, request: ApiRequest) =>
      mutateAsync({ path: buildPath(path, { reportId, ...parameters }), request });
    return {
      begin: (body) => send(commentPaths.comments, {}, { method: 'POST', body }),
      answer: (threadId, body) => send(commentPaths.answers, { threadId }, { method: 'POST', body }),
      resolve: (threadId, isResolved) =>
        send(commentPaths.thread, { threadId }, { method: 'PATCH', body: { isResolved } }),
      edit: (threadId, commentId, body) =>
        send(commentPaths.comment, { threadId, commentId }, { method: 'PATCH', body }),
      remove: (threadId, commentId) =>
        send(commentPaths.comment, { threadId, commentId }, { method: 'DELETE' }),
    };
  }, [mutateAsync, reportId]);
}

function useKeepThread(): (reportId: ReportId, thread: ThreadAnswer | null) => void {
  const queries = useQueryClient();
  return useMemo(
    () => (reportId, thread) => {
      const { queryKey } = threadsQuery(reportId);
      if (thread === null || queries.getQueryData(queryKey) === undefined) {
        void queries.invalidateQueries({ queryKey });
        return;
      }
      queries.setQueryData(queryKey, (list) => {
        const others = list?.threads ?? [];
        const isKnown = others.some(({ id }) => id === thread.id);
        return {
          threads: isKnown
            ? others.map((other) => (other.id === thread.id ? thread : other))
            : [...others, thread],
        };
      });
    },
    [queries],
  );
}
