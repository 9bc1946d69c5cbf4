import { useSyncExternalStore } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Row } from '#shared/model/rows.ts';

/** The row as it stands now; undefined when it is not, or no longer, there. */
export function useRow(key: RowKey): Row | undefined {
  const { rows } = useReport();
  return useSyncExternalStore(rows.subscribe, () => rows.get(key));
}
