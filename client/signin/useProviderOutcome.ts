import { queryOptions, useQuery } from '@tanstack/react-query';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { OidcOutcome } from '#shared/api/oidc.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { isErrorCode } from '#shared/errors/catalogue.ts';

const outcomeQuery = queryOptions({
  queryKey: ['provider-outcome'],
  queryFn: () => apiFetch(apiPaths.oidcOutcome, OidcOutcome, { method: 'POST' }),
  // It is told once.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
});

/**
 * What became of a sign-in by the provider, on the page to which the server leads after it. `error` is why
 * nobody was let in; `returnPath` is there while a code of the phone is asked for.
 */
export function useProviderOutcome(isOn: boolean): { error: AppError | null; returnPath: string | null } {
  const { data } = useQuery({ ...outcomeQuery, enabled: isOn });
  const returnPath = data?.kind === 'code' ? data.returnPath : null;
  if (data?.kind !== 'failed') return { error: null, returnPath };
  // One that a newer server tells: that it failed is all that can be said.
  const code = isErrorCode(data.code) ? data.code : 'oidc.untrusted';
  return { error: new AppError(code, { detail: data.code, ...data.parameters }), returnPath };
}
