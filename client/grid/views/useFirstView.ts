import { useState } from 'react';
import { type LastViewCopy, readLastViewCopy } from '#client/sync/LastViewCopy.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { buildPlainViewState, type LastView } from '#shared/model/view.ts';
import { useViewList } from './viewsApi.ts';

/**
 * How this person left this table, on this computer or another: null until that is known, and then the
 * same for as long as the table is open. The server has the last word, unless this browser has changes
 * that it has not been told, or the server cannot be asked.
 */
export function useFirstView(table: TableKind): LastViewCopy | null {
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const { data, failureCount } = useViewList(reportId);
  const [local] = useState(() => readLastViewCopy(localStorage, actor.userId, reportId, table));
  const [first, setFirst] = useState<LastViewCopy | null>(local?.isUnsent === true ? local : null);
  if (first !== null) return first;
  // One failure is enough: whoever is offline has the rows here, and should not wait for the next tries.
  if (data === undefined && failureCount === 0) return null;
  const known = { last: data?.last[table] ?? local?.last ?? plain, isUnsent: false };
  setFirst(known);
  return known;
}

const plain: LastView = { viewId: null, state: buildPlainViewState() };
