import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportEdit } from '#client/sync/history/SheetEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { CellChange } from '#client/sync/ReportSession.ts';
import type { GridTools } from '../commands/GridTools.ts';
import type { WorkTools } from '../work/useLongWork.tsx';
import { planEditSteps } from './buildPlanEdits.ts';
import { countCells } from './preview/PlanPreview.tsx';
import type { ResolvedPlan } from './resolvePlan.ts';

export type WritePlan = (
  resolved: ResolvedPlan,
  emptied: readonly CellChange[],
  work: WorkTools,
) => Promise<readonly ReportEdit[]>;

/** Carries a decided plan out, and says what came of it. Resolves with what was written. */
export function usePlanWriter({
  table,
  grid,
  filter,
}: Pick<GridTools, 'table' | 'grid' | 'filter'>): WritePlan {
  const { t } = useTranslation('paste');
  const { session } = useReport();
  return useCallback(
    async (resolved, emptied, work) => {
      const sheetRows = (organisationId: Parameters<typeof session.sheetRows>[0]) =>
        session.sheetRows(organisationId, table);
      const pasted = await work.compute('planning', planEditSteps(resolved, { table, filter, sheetRows }));
      if (pasted === null) return [];
      // What was cut is emptied in the same step, and after it stands where it goes.
      const edits = [...pasted, ...emptied.map((cell): ReportEdit => ({ kind: 'set', ...cell }))];
      for (const edit of edits) {
        if (edit.kind === 'insert') grid.current?.keep(`${edit.organisationId}/${edit.row.id}`);
      }
      const outcome = await work.write(edits);
      if (outcome.end === 'done') announce();
      return pasted.slice(0, outcome.done);

      function announce(): void {
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
    [table, grid, filter, session, t],
  );
}
