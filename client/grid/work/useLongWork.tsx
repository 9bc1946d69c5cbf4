import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { runInSlices } from '#client/sync/runInSlices.ts';
import type { Steps } from '#client/sync/runSteps.ts';
import { EndedNotice } from './EndedNotice.tsx';
import { ReversingProgress } from './ReversingProgress.tsx';
import { showBusy } from './showBusy.ts';
import { fewEdits, type Work, type WorkKind } from './Work.ts';
import { WorkProgress } from './WorkProgress.tsx';

/** What a piece of long work is done with: each part of it is seen in the bar, and ends when it is stopped. */
export type WorkTools = {
  /** Works something out, without changing anything. Null when it was stopped. */
  compute<T>(step: Exclude<Work['step'], 'writing'>, steps: Steps<T>): Promise<T | null>;
  /** Writes all of it as one step of undo; few edits at once. When it ends early, that is said. */
  write(edits: readonly ReportEdit[]): Promise<WriteOutcome>;
};

/** Begins work that may take long. Only one is under way at a time: another is refused in words. */
export type RunLong = (kind: WorkKind, work: (tools: WorkTools) => Promise<void>) => Promise<void>;

/** Of working out what to do: long before this a person has begun to wonder. */
const quietMs = 300;
const endedId = 'work-ended';

/** Long work on the table: one bar and one way to stop it, whatever it is. Leaving the page stops it too. */
export function useLongWork(): { runLong: RunLong; bar: ReactNode } {
  const { t } = useTranslation(['work', 'common']);
  const { session } = useReport();
  const [work, setWork] = useState<Work | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const tellEnded = useCallback(
    (kind: WorkKind, outcome: WriteOutcome) => {
      if (outcome.end === 'done') return;
      if (outcome.end === 'busy') {
        showBusy(t('busy'));
        return;
      }
      // Only so many notices are shown at once: those that stay must not hold up the next.
      notifications.hide(endedId);
      notifications.show({
        id: endedId,
        color: 'yellow',
        // With nothing to take back there is nothing to decide.
        autoClose: outcome.done === 0,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('common:close') },
        title: outcome.end === 'stopped' ? t(`ended.stopped.${kind}`) : t(`ended.${outcome.end}`),
        message: <EndedNotice outcome={outcome} />,
      });
    },
    [t],
  );

  const runLong = useCallback<RunLong>(
    async (kind, work) => {
      if (underWay.current !== null) {
        showBusy(t('busy'));
        return;
      }
      const controller = new AbortController();
      const { signal } = controller;
      const stop = () => controller.abort();
      const begun = performance.now();
      const show = (step: Work['step'], done: number, total: number) =>
        setWork({ kind, step, done, total, stop });
      const isNoticed = () => performance.now() - begun >= quietMs;
      let isWriting = false;
      underWay.current = controller;
      try {
        await work({
          compute: (step, steps) =>
            runInSlices(steps, { signal, onProgress: (done) => isNoticed() && show(step, done, 0) }),
          async write(edits) {
            isWriting = true;
            const outcome = await write(edits);
            tellEnded(kind, outcome);
            return outcome;
          },
        });
        if (signal.aborted && !isWriting) tellEnded(kind, { ...nothingWritten, end: 'stopped' });
      } finally {
        underWay.current = null;
        setWork(null);
      }

      async function write(edits: readonly ReportEdit[]): Promise<WriteOutcome> {
        const total = edits.length;
        if (total > fewEdits) {
          show('writing', 0, total);
          const onProgress = (done: number) => show('writing', done, total);
          return await session.editInSlices(edits, { signal, onProgress });
        }
        return { done: total, total, end: 'done', takeBack: session.edit(edits) };
      }
    },
    [session, tellEnded, t],
  );
  return { runLong, bar: work === null ? <ReversingProgress /> : <WorkProgress work={work} /> };
}

const nothingWritten = { done: 0, total: 0, takeBack: () => Promise.resolve(null) };
