import { useCallback, useRef } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { GroupId } from '../groups/GroupId.ts';
import type { ListWish } from './RowList.ts';

/** Returns what unfolds the group of a row that is asked for. */
export function useUnfold(
  wish: ListWish,
  fold: (id: GroupId, isFolded: boolean) => void,
): (key: RowKey) => void {
  const { rows } = useReport();
  const latest = useRef({ wish, fold });
  latest.current = { wish, fold };
  return useCallback(
    (key) => {
      const { groups, folded } = latest.current.wish;
      const row = rows.get(key);
      if (row === undefined || groups === null) return;
      const id = groups.idOf(row);
      if (folded.has(id)) latest.current.fold(id, false);
    },
    [rows],
  );
}
