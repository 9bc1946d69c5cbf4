import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sessionKey } from '#client/api/useSession.ts';
import type { SessionAnswer } from '#shared/api/contract.ts';

/** Takes over the session that the server has just opened: what the page knew before was another person's. */
export function useOpenSession(): (answer: SessionAnswer) => void {
  const queries = useQueryClient();
  return useCallback(
    (answer) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
      queries.setQueryData(sessionKey, answer);
    },
    [queries],
  );
}
