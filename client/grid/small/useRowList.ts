import { useEffect, useMemo } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { useSignal } from '#client/sync/useSignal.ts';
import type { TableKind } from '#shared/model/rows.ts';
import { type ListWish, RowList } from './RowList.ts';

/** The list of a table's rows, for as long as it is shown. It is made anew whenever `wish` is another. */
export function useRowList(table: TableKind, wish: ListWish) {
  const { rows } = useReport();
  const list = useMemo(() => new RowList(rows, table), [rows, table]);
  useEffect(() => list.start(), [list]);
  useEffect(() => list.setWish(wish), [list, wish]);
  return { list, state: useSignal(list.state) };
}
