import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import { HistoryAnswer, type HistoryField } from '#shared/api/history.ts';
import type { OrganisationId, ReportId, RowId, UserId } from '#shared/model/ids.ts';

/** What the history is narrowed to; all of it may be absent. */
export type HistoryFilter = {
  organisation?: OrganisationId | undefined;
  row?: RowId | undefined;
  field?: HistoryField | undefined;
  person?: UserId | undefined;
  /** Leaves out what this person did. */
  except?: UserId | undefined;
  /** Milliseconds, the second one excluded. */
  from?: number | undefined;
  to?: number | undefined;
};

/** Changes come many a second; the journal is asked no oftener than this about a row, and about more than one. */
const askAgainMs = { row: 1_000, many: 5_000 };

/**
 * Who changed what, page after page, latest first; null asks for nothing. It follows what happens
 * in the rows it is about, one's own changes when they are saved.
 */
export function useHistoryPages(reportId: ReportId, filter: HistoryFilter | null) {
  const pages = useInfiniteQuery({
    queryKey: ['history', reportId, filter],
    enabled: filter !== null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries(filter ?? {})) {
        if (value !== undefined) query.set(name, String(value));
      }
      if (pageParam !== null) query.set('after', pageParam);
      return apiFetch(`${buildPath(apiPaths.history, { reportId })}?${query}`, HistoryAnswer, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const { refetch } = pages;
  const version = useRowsVersion(filter);
  const isSaving = useSaveState().kind === 'saving';
  const seen = useRef({ version, isSaving });
  useEffect(() => {
    const isNews = seen.current.version !== version || seen.current.isSaving !== isSaving;
    seen.current = { version, isSaving };
    if (isNews && !isSaving) void refetch();
  }, [version, isSaving, refetch]);
  return pages;
}

/** Another number after each change of the rows in question, at most one in a while. */
function useRowsVersion(filter: HistoryFilter | null): number {
  const { rows } = useReport();
  const [version, setVersion] = useState(0);
  const organisation = filter?.organisation;
  const row = filter?.row;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = rows.subscribe((changes) => {
      const isMeant = changes.some(
        (change) =>
          (organisation === undefined || change.organisationId === organisation) &&
          (row === undefined || change.rowId === row),
      );
      if (!isMeant || timer !== null) return;
      timer = setTimeout(
        () => {
          timer = null;
          setVersion((current) => current + 1);
        },
        row === undefined ? askAgainMs.many : askAgainMs.row,
      );
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [rows, organisation, row]);
  return version;
}
