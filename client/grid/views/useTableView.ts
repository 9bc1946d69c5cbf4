import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type LastViewCopy, writeLastViewCopy } from '#client/sync/LastViewCopy.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ViewId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { LastView, ViewState } from '#shared/model/view.ts';
import { patchViewList, saveLastView } from './viewsApi.ts';

/** Dragging a column's edge is one change. */
const saveMs = 800;

export type TableView = {
  state: ViewState;
  /** The saved view that this began from; null for the plain table. */
  viewId: ViewId | null;
  /** New whenever all of the state was replaced: by opening a view. */
  opening: number;
  /** What the person has changed by hand. */
  change(part: Partial<ViewState>): void;
  open(viewId: ViewId | null, state: ViewState): void;
  /** The table stays as it is; it now counts as this view's. */
  setViewId(viewId: ViewId | null): void;
};

/** How this person looks at this table, beginning from how they left it. What they change is kept here and told the server. */
export function useTableView(table: TableKind, first: LastViewCopy): TableView {
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const { userId } = actor;
  const queries = useQueryClient();
  const [copy, setCopy] = useState(first);
  const [opening, setOpening] = useState(0);
  const latest = useRef(copy);

  const keep = useCallback(
    (next: LastViewCopy) => {
      latest.current = next;
      setCopy(next);
      writeLastViewCopy(localStorage, userId, reportId, table, next);
    },
    [userId, reportId, table],
  );

  useEffect(() => {
    if (!copy.isUnsent) return;
    const send = () => {
      saveLastView(reportId, table, copy.last).then(
        () => {
          // The list is not asked for again when one comes back to this table.
          patchViewList(queries, reportId, (list) => ({
            ...list,
            last: { ...list.last, [table]: copy.last },
          }));
          if (latest.current === copy) keep({ last: copy.last, isUnsent: false });
        },
        // It stays in this browser, and goes with the next change, visit, or when the network is back.
        () => undefined,
      );
    };
    const timer = setTimeout(send, saveMs);
    addEventListener('online', send);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', send);
    };
  }, [copy, keep, queries, reportId, table]);

  const replace = useCallback(
    (last: LastView) => {
      if (!isSame(last, latest.current.last)) keep({ last, isUnsent: true });
    },
    [keep],
  );
  const change = useCallback<TableView['change']>(
    (part) => replace({ ...latest.current.last, state: { ...latest.current.last.state, ...part } }),
    [replace],
  );
  const open = useCallback<TableView['open']>(
    (viewId, state) => {
      replace({ viewId, state });
      setOpening((count) => count + 1);
    },
    [replace],
  );
  const setViewId = useCallback<TableView['setViewId']>(
    (viewId) => replace({ ...latest.current.last, viewId }),
    [replace],
  );
  const { state, viewId } = copy.last;
  return useMemo(
    () => ({ state, viewId, opening, change, open, setViewId }),
    [state, viewId, opening, change, open, setViewId],
  );
}

function isSame(a: LastView, b: LastView): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
