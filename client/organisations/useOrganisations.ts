import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { OrganisationList } from '#shared/api/structure.ts';

export const organisationsKey = ['organisations'] as const;

/** The organisations of the whole city. */
export function useOrganisations(): UseQueryResult<OrganisationList> {
  return useQuery({
    queryKey: organisationsKey,
    queryFn: () => apiFetch(apiPaths.organisations, OrganisationList),
  });
}
