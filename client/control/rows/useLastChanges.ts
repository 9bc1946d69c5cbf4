import { useEffect, useRef, useState } from 'react';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { useSaveState } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { apiPaths, LastChangesAnswer } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { useThrottled } from '../useThrottled.ts';
import type { ShownChange } from './LastChangeNote.tsx';

/** While others type into the rows of an open panel it is asked so often, and no more. */
const askAgainMs = 1_000;

type Known = { changes: ReadonlyMap<RowKey, ShownChange>; error: unknown };

/**
 * Who changed the rows last: asked at once for all of them, again when any of them has changed, and
 * when the connection or what waits for it has. What was known stays until the next answer; `error`
 * is why there was none, or null.
 */
export function useLastChanges(reportId: ReportId, rows: readonly Row[]): Known {
  const [known, setKnown] = useState<Known>({ changes: new Map(), error: null });
  const { kind: saving } = useSaveState();
  const asked = useThrottled(useSameRows(rows), askAgainMs);
  useEffect(() => {
    if (asked.length === 0 || saving === 'saving') return;
    const abort = new AbortController();
    const body = { rows: asked.map(({ organisationId, id }) => ({ organisationId, rowId: id })) };
    const request = { method: 'POST', body, signal: abort.signal } as const;
    apiFetch(buildPath(apiPaths.lastChanges, { reportId }), LastChangesAnswer, request).then(
      ({ changes }) => {
        const byRow = changes.map((change): [RowKey, ShownChange] => [
          rowKey({ organisationId: change.organisationId, id: change.rowId }),
          change,
        ]);
        setKnown((current) => ({ changes: keepEqual(current.changes, byRow), error: null }));
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setKnown(({ changes }) => ({ changes, error }));
      },
    );
    return () => abort.abort();
  }, [reportId, asked, saving]);
  return known;
}

/** The same list as long as it holds the same rows: one that changes is another object. */
function useSameRows(rows: readonly Row[]): readonly Row[] {
  const kept = useRef(rows);
  const isSame =
    kept.current.length === rows.length && rows.every((row, index) => row === kept.current[index]);
  if (!isSame) kept.current = rows;
  return kept.current;
}

/** What says the same stays the same object, so that no line is drawn anew for it. */
function keepEqual(
  known: ReadonlyMap<RowKey, ShownChange>,
  answered: readonly [RowKey, ShownChange][],
): Map<RowKey, ShownChange> {
  return new Map(
    answered.map(([key, change]) => {
      const before = known.get(key);
      return [key, before !== undefined && isEqual(before, change) ? before : change];
    }),
  );
}

function isEqual(a: ShownChange, b: ShownChange): boolean {
  if (a.at !== b.at || a.author.kind !== b.author.kind) return false;
  return a.author.kind === 'server' || (b.author.kind === 'person' && a.author.name === b.author.name);
}
