import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type MailAddressRequest,
  type MailChangeRequest,
  MailQueue,
  MailSettings,
  mailPaths,
} from '#shared/api/mail.ts';
import { apiFetch } from './client.ts';

/** Until the link was mailed and opened, somebody waits in front of this page. */
const askMs = 5_000;

/** Where a person gets mail: `path` is that of one's own settings, or of somebody's. */
export function useMailSettings(path: string) {
  return useQuery({
    queryKey: ['mail', path],
    queryFn: () => apiFetch(path, MailSettings, { isLive: true }),
    refetchInterval: ({ state: { data } }) =>
      data?.address?.state === 'waiting' || data?.address?.state === 'asked' ? askMs : false,
  });
}

type Change =
  | { method: 'PUT'; body: MailAddressRequest }
  | { method: 'PATCH'; body: MailChangeRequest }
  | { method: 'DELETE' };

export function useChangeMail(path: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => apiFetch(path, MailSettings, change),
    onSuccess: (settings) => queries.setQueryData(['mail', path], settings),
  });
}

/** How sending goes; what waits changes by itself. */
export function useMailQueue() {
  return useQuery({
    queryKey: ['mail', mailPaths.queue],
    queryFn: () => apiFetch(mailPaths.queue, MailQueue, { isLive: true }),
    refetchInterval: askMs,
  });
}
