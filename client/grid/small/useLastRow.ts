import { useRef } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';
import { useRow } from './useRow.ts';

/** The row as it is, or as it last was; null when it was never there. */
export function useLastRow(key: RowKey): { row: Row | null; isDeleted: boolean } {
  const current = useRow(key);
  const last = useRef<Row | null>(null);
  if (current !== undefined) last.current = current;
  return { row: last.current, isDeleted: current === undefined && last.current !== null };
}
