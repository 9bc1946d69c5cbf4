import { queryOptions } from '@tanstack/react-query';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { IdentityState } from '#shared/api/oidc.ts';

/** One's own ways of signing in. */
export const identityQuery = queryOptions({
  queryKey: ['profile', 'identity'],
  queryFn: () => apiFetch(apiPaths.identity, IdentityState),
});
