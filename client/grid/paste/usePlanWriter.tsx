import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteOutcome } from '#client/sync/history/ReportWriter.ts';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { CellChange } from '#client/sync/ReportSession.ts';
import type { GridTools } from '../commands/GridTools.ts';
import { planEditSteps } from './buildPlanEdits.ts';
import { EndedNotice } from './EndedNotice.tsx';
import { countCells } from './preview/PlanPreview.tsx';
import type { Work } from './preview/WriteProgress.tsx';
import type { ResolvedPlan } from './resolvePlan.ts';
import { runInSlices } from './runSteps.ts';

/** Fewer are written in one go: nobody sees a bar for them. */
const fewEdits = 300;

type Tools = Pick<GridTools, 'table' | 'grid' | 'filter'>;

/** Carries a decided plan out, and says what came of it. Resolves with what was written. */
export function usePlanWriter(
  { table, grid, filter }: Tools,
  onWork: (work: Work | null) => void,
): (resolved: ResolvedPlan, emptied: readonly CellChange[]) => Promise<readonly ReportEdit[]> {
  const { t } = useTranslation(['paste', 'common']);
  const { session } = useReport();
  return useCallback(
    async (resolved: ResolvedPlan, emptied: readonly CellChange[]) => {
      const stop = new AbortController();
      const { signal } = stop;
      const show = (done: number, total: number) =>
        onWork({ kind: 'writing', done, total, stop: () => stop.abort() });
      const sheetRows = (organisationId: Parameters<typeof session.sheetRows>[0]) =>
        session.sheetRows(organisationId, table);
      const pasted = await runInSlices(planEditSteps(resolved, { table, filter, sheetRows }), { signal });
      if (pasted === null) return [];
      // What was cut is emptied in the same step, and after it stands where it goes.
      const edits = [...pasted, ...emptied.map((cell): ReportEdit => ({ kind: 'set', ...cell }))];
      for (const edit of edits) {
        if (edit.kind === 'insert') grid.current?.keep(`${edit.organisationId}/${edit.row.id}`);
      }
      if (edits.length <= fewEdits) {
        session.edit(edits);
        announce(null);
        return pasted;
      }
      show(0, edits.length);
      const outcome = await session.editInSlices(edits, { signal, onProgress: show });
      onWork(null);
      announce(outcome);
      return pasted.slice(0, outcome.done);

      function announce(ended: WriteOutcome | null): void {
        if (ended !== null && ended.end !== 'done') {
          notifications.show({
            color: 'yellow',
            autoClose: false,
            withBorder: true,
            closeButtonProps: { 'aria-label': t('common:close') },
            title: ended.end === 'busy' ? t('refusedTitle') : t(`ended.${ended.end}`),
            message: ended.end === 'busy' ? t('ended.busy') : <EndedNotice outcome={ended} />,
          });
          return;
        }
        const { leftCount, clearedCount } = resolved;
        const count = countCells(resolved);
        const said = [
          ...(count > 1 || leftCount > 0 ? [t('done', { count })] : []),
          ...(leftCount > 0 ? [t('leftOut', { count: leftCount })] : []),
          ...(clearedCount > 0 ? [t('cleared', { count: clearedCount })] : []),
        ];
        if (said.length > 0) notifications.show({ message: said.join(' ') });
      }
    },
    [table, grid, filter, session, onWork, t],
  );
}
