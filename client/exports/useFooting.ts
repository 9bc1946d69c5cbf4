import { useCallback, useEffect, useRef, useState } from 'react';
import { buildPath } from '#client/api/client.ts';
import { useIsLoaded, useReport, useTotals } from '#client/sync/ReportContext.tsx';
import { apiPaths } from '#shared/api/contract.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { type ExportState, fetchFooting } from './fetchExport.ts';

export type FootingState =
  | { type: 'running'; progress: ExportState; stop(): void }
  | { type: 'done'; checks: readonly FootingCheck[]; isStale: boolean }
  | { type: 'stopped' }
  | { type: 'failed'; error: unknown };

type Checked = Exclude<FootingState, { type: 'done' }> | { type: 'done'; checks: readonly FootingCheck[] };

/** The check of footing: begun with the page, again when asked for, ended with the page. */
export function useFooting(): { state: FootingState; start(): void } {
  const { structure } = useReport();
  const totals = useTotals();
  const isLoaded = useIsLoaded();
  const [state, setState] = useState<Checked>(waiting);
  const stopRunning = useRef<() => void>(() => undefined);
  const path = buildPath(apiPaths.footing, { reportId: structure.report.id });

  const start = useCallback(() => {
    stopRunning.current();
    const controller = new AbortController();
    const { signal } = controller;
    const stop = () => {
      if (signal.aborted) return;
      controller.abort();
      setState({ type: 'stopped' });
    };
    stopRunning.current = () => controller.abort();
    setState({ ...waiting, stop });
    fetchFooting(path, {
      signal,
      onState: (progress) => {
        if (!signal.aborted) setState({ type: 'running', progress, stop });
      },
    }).then(
      (checks) => {
        if (!signal.aborted) setState({ type: 'done', checks });
      },
      (error: unknown) => {
        if (!signal.aborted) setState({ type: 'failed', error });
      },
    );
  }, [path]);

  useEffect(() => {
    start();
    return () => stopRunning.current();
  }, [start]);

  return {
    state: state.type === 'done' ? { ...state, isStale: isLoaded && isStale(state, totals) } : state,
    start,
  };
}

/** True when the tables come to another sum than when they were checked. */
function isStale({ checks }: { checks: readonly FootingCheck[] }, { grand }: Totals): boolean {
  const rows = checks.find(({ subject }) => subject === 'rows');
  return rows !== undefined && rows.expected !== String(grand.actualMinor);
}

const waiting = {
  type: 'running',
  progress: { type: 'progress', stage: 'waiting', done: 0, total: 1 },
  stop: () => undefined,
} as const satisfies Checked;
