import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type RowFilter, readRowFilter, writeRowFilter } from '#client/app/RowFilter.ts';

/** The filter in the page's address, and how to change it without a new entry in the browser's history. */
export function useRowFilter(): [RowFilter, (change: Partial<RowFilter>) => void] {
  const [query, setQuery] = useSearchParams();
  const filter = useMemo(() => readRowFilter(query), [query]);
  const change = useCallback(
    (part: Partial<RowFilter>) =>
      setQuery((previous) => writeRowFilter({ ...readRowFilter(previous), ...part }), { replace: true }),
    [setQuery],
  );
  return [filter, change];
}
