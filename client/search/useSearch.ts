import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { apiFetch } from '#client/api/client.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { SearchAnswer } from '#shared/api/search.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { parseSearchWords } from '#shared/search/words.ts';

/** What the server finds; nothing is asked for a query without words. The last answer stays until the next is here. */
export function useSearch(query: string, report: ReportId | null) {
  const isAsked = parseSearchWords(query).length > 0;
  const search = useQuery({
    queryKey: ['search', query, report],
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // What was found before may be gone, or not be one's own any more.
    gcTime: 0,
    staleTime: 0,
    queryFn: ({ signal }) =>
      apiFetch(
        `${apiPaths.search}?${new URLSearchParams({ query, ...(report === null ? {} : { report }) })}`,
        SearchAnswer,
        { signal, isLive: true },
      ),
  });
  return { ...search, data: isAsked ? search.data : undefined, isAsked };
}
