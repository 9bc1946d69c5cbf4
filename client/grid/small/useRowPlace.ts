import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type RowKey, type RowStore, rowKey } from '#client/sync/RowStore.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';

/** Beside the address in the browser's history. */
export type RowPlace = {
  /** The list is the entry before: closing goes back to it instead of on. */
  isFromList: boolean;
};

const rowParameter = 'row';
const fieldParameter = 'field';

/** The query of an address with this row open. */
export function writeRowPlace(query: string, { id }: Pick<Row, 'id'>): string {
  const next = new URLSearchParams(query);
  next.set(rowParameter, id);
  next.delete(fieldParameter);
  return `?${next.toString()}`;
}

export type OpenedRow = {
  /** The row that is open, also after somebody has deleted it; null when none is. */
  key: RowKey | null;
  /** The field of it that the address names. */
  field: string | null;
  /** A row is asked for that is not there, or not yet. */
  isMissing: boolean;
  open(row: Pick<Row, 'id'>): void;
  /** Another row in the place of this one. */
  replace(row: Pick<Row, 'id'>): void;
  close(): void;
};

/**
 * Which row is open. It stands in the address, so that a phone's way back closes the row, and a link to a
 * row opens it.
 */
export function useRowPlace(table: TableKind): OpenedRow {
  const [query] = useSearchParams();
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const wanted = query.get(rowParameter);
  const key = useFoundRow(table, wanted);
  const isFromList = (state as RowPlace | null)?.isFromList === true;

  const go = useCallback(
    (row: Pick<Row, 'id'>, place: RowPlace, isReplacing: boolean) =>
      void navigate({ search: writeRowPlace(search, row) }, { replace: isReplacing, state: place }),
    [navigate, search],
  );
  const close = useCallback(() => {
    if (isFromList) {
      void navigate(-1);
      return;
    }
    const rest = new URLSearchParams(search);
    rest.delete(rowParameter);
    rest.delete(fieldParameter);
    void navigate({ search: rest.toString() }, { replace: true });
  }, [navigate, search, isFromList]);

  return {
    key,
    field: query.get(fieldParameter),
    isMissing: wanted !== null && key === null,
    open: (row) => go(row, { isFromList: true }, false),
    replace: (row) => go(row, { isFromList }, true),
    close,
  };
}

/** Found once, a row stays the one that is meant. */
function useFoundRow(table: TableKind, wanted: string | null): RowKey | null {
  const { rows } = useReport();
  const [found, setFound] = useState<{ id: string; key: RowKey } | null>(null);
  const isFound = wanted === null || found?.id === wanted;
  useEffect(() => {
    if (isFound) return;
    const look = () => {
      const row = findRow(rows, table, wanted);
      if (row !== undefined) setFound({ id: wanted, key: rowKey(row) });
    };
    look();
    return rows.subscribe(look);
  }, [rows, table, wanted, isFound]);
  return wanted !== null && found?.id === wanted ? found.key : null;
}

function findRow(rows: RowStore, table: TableKind, wanted: string): Row | undefined {
  for (const row of rows.all()) if (row.id === wanted && row.kind === table) return row;
  return undefined;
}
