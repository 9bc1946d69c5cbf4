import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { apiPaths, SessionAnswer } from '#shared/api/contract.ts';
import { apiFetch } from './client.ts';

export const sessionKey = ['session'] as const;

export function fetchSession(): Promise<SessionAnswer> {
  return apiFetch(apiPaths.session, SessionAnswer);
}

/** Asks the server itself: never answered from the offline shell's copy. */
export function fetchSessionNow(): Promise<SessionAnswer> {
  return apiFetch(apiPaths.session, SessionAnswer, { isLive: true });
}

export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: fetchSession });

/** Who is signed in. `data.actor` is null for nobody. */
export function useSession(): UseQueryResult<SessionAnswer> {
  return useQuery({ ...sessionQuery, refetchOnWindowFocus: true });
}
