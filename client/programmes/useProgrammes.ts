import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { ProgrammeList } from '#shared/api/structure.ts';

export const programmesKey = ['programmes'] as const;

/** All programmes of the city, the latest period first. */
export function useProgrammes(): UseQueryResult<ProgrammeList> {
  return useQuery({
    queryKey: programmesKey,
    queryFn: () => apiFetch(apiPaths.programmes, ProgrammeList),
  });
}
