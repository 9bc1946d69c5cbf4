import { useSyncExternalStore } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { Finding } from '#shared/checks/Finding.ts';

/** What the checks say of this row. */
export function useRowFindings(key: RowKey): readonly Finding[] {
  const { findings } = useReport();
  return useSyncExternalStore(findings.subscribe, () => findings.ofRow(key));
}
