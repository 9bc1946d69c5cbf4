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
import type { DropForecast, RowDrop } from './RowDrop.ts';

export type RowMoves = {
  step(rows: readonly Row[], step: 'up' | 'down'): void;
  forecast(drop: RowDrop): DropForecast;
  drop(drop: RowDrop): void;
};

/** Where rows go, or why they do not, in words. */
type Decision = Exclude<MovePlan, { refusal: unknown }> | Refusal;
type Refusal = { reason: string; offersOrder: boolean };

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

    function refuse({ reason, offersOrder }: Refusal): void {
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

    function decide(rows: readonly Row[], plan: () => MovePlan): Decision {
      const disorder = findDisorder();
      if (disorder !== null) return { reason: disorder, offersOrder: true };
      const planned = plan();
      const organisation = rows[0] === undefined ? '' : words.texts.organisation(rows[0].organisationId);
      if ('refusal' in planned) {
        return { reason: t(`move.${planned.refusal}`, { organisation }), offersOrder: false };
      }
      const decision = session.canWrite(planned.organisationId);
      if (decision.allowed) return planned;
      return { reason: errorText(new AppError(decision.reason, { organisation })), offersOrder: false };
    }

    function run(decision: Decision): void {
      if ('reason' in decision) {
        refuse(decision);
        return;
      }
      const { organisationId, moved, target } = decision;
      const places = computeMove(session.sheetRows(organisationId, table), moved, target);
      // Dropped where they stood: no step of undo.
      if (places.length === 0) return;
      session.edit(places.map((place) => ({ kind: 'move', organisationId, ...place })));
      grid.current?.settle();
    }

    return {
      step: (rows, step) => run(decide(rows, () => planStep(grid.current?.shownRows() ?? [], rows, step))),
      forecast({ rows, above, below }) {
        const decision = decide(rows, () => planDrop(rows, above, below));
        if ('reason' in decision) return { text: decision.reason, isAllowed: false };
        return { text: t('move.carried', { count: rows.length }), isAllowed: true };
      },
      drop: ({ rows, above, below }) => run(decide(rows, () => planDrop(rows, above, below))),
    };
  }, [grid, words, session, table, t, errorText, onUngroup]);
}
