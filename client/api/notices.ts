import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NoticeChoices, NoticeList, type NoticesReadRequest, noticePaths } from '#shared/api/notices.ts';
import { apiFetch } from './client.ts';

/** What concerns the signed-in person. */
export const noticesKey = ['notices'] as const;
const choicesKey = ['notice-choices'] as const;

/** Outside of a report there is no connection that would tell of a new one. */
const askMs = 60_000;

export function useNotices(): NoticeList | undefined {
  return useQuery({
    queryKey: noticesKey,
    queryFn: () => apiFetch(noticePaths.notices, NoticeList, { isLive: true }),
    refetchInterval: askMs,
  }).data;
}

/** Marks notices as read or as unread; what was refused is asked for anew. */
export function useMarkNotices(): (request: NoticesReadRequest) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (body: NoticesReadRequest) =>
      apiFetch(noticePaths.read, NoticeList, { method: 'POST', body }),
    onSuccess: (list) => queries.setQueryData(noticesKey, list),
    onError: () => queries.invalidateQueries({ queryKey: noticesKey }),
  });
  return mutate;
}

export function useNoticeChoices() {
  return useQuery({ queryKey: choicesKey, queryFn: () => apiFetch(noticePaths.choices, NoticeChoices) });
}

export function useSetNoticeChoices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NoticeChoices) =>
      apiFetch(noticePaths.choices, NoticeChoices, { method: 'PUT', body }),
    onSuccess: (choices) => queries.setQueryData(choicesKey, choices),
  });
}
