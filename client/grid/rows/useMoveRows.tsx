import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { AppError } from '#shared/errors/AppError.ts';
import type { Row } from '#shared/model/rows.ts';
import type { GridTools } from '../commands/GridTools.ts';
import { computeMove } from './computeMove.ts';
import { MoveRefusedNotice } from './MoveRefusedNotice.tsx';
import { type MovePlan, planDrop, planStep } from './planMove.ts';

export type RowMoves = {
  step(rows: readonly Row[], step: 'up' | 'down'): void;
  drop(rows: readonly Row[], above: Row | null, below: Row | null): void;
};

type Options = Pick<GridTools, 'table' | 'grid' | 'words'> & { onUngroup(): void };

/** Moving rows to another place in their sheet, and saying why they do not move. */
export function useMoveRows({ table, grid, words, onUngroup }: Options): RowMoves {
  const { t } = useTranslation('rows');
  const errorText = useErrorText();
  const { session } = useReport();
  return useMemo(() => {
    /** The order of the sheets is on the screen only while nothing else orders the rows. */
    function findDisorder(): string | null {
      const [sort] = grid.current?.layout.read().sort ?? [];
      if (sort !== undefined) return t('move.sorted', { column: words.anyColumnTitle(sort.column) });
      return grid.current?.grouping === 'direction' ? t('move.grouped') : null;
    }

    function refuse(reason: string, offersOrder = false): void {
      const id = 'rows-not-moved';
      notifications.hide(id);
      const putInOrder = () => {
        notifications.hide(id);
        grid.current?.layout.sortNaturally();
        if (grid.current?.grouping === 'direction') onUngroup();
      };
      notifications.show({
        id,
        color: 'yellow',
        title: t('move.refusedTitle'),
        message: <MoveRefusedNotice reason={reason} onOrder={offersOrder ? putInOrder : null} />,
      });
    }

    function run(plan: MovePlan, rows: readonly Row[]): void {
      const organisation = rows[0] === undefined ? '' : words.texts.organisation(rows[0].organisationId);
      if ('refusal' in plan) {
        refuse(t(`move.${plan.refusal}`, { organisation }));
        return;
      }
      const { organisationId, moved, target } = plan;
      const decision = session.canWrite(organisationId);
      if (!decision.allowed) {
        refuse(errorText(new AppError(decision.reason, { organisation })));
        return;
      }
      const places = computeMove(session.sheetRows(organisationId, table), moved, target);
      session.edit(places.map((place) => ({ kind: 'move', organisationId, ...place })));
      grid.current?.settle();
    }

    return {
      step(rows, step) {
        const disorder = findDisorder();
        if (disorder !== null) refuse(disorder, true);
        else run(planStep(grid.current?.shownRows() ?? [], rows, step), rows);
      },
      drop(rows, above, below) {
        const disorder = findDisorder();
        if (disorder !== null) refuse(disorder, true);
        else run(planDrop(rows, above, below), rows);
      },
    };
  }, [grid, words, session, table, t, errorText, onUngroup]);
}
