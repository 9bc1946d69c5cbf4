import { notifications } from '@mantine/notifications';
import { type RefObject, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findRowOf } from '#client/sync/findRowOf.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import { mainField } from '../fields.ts';
import type { RowGrid } from '../RowGrid.ts';
import { isOf } from './buildFindingList.ts';
import type { FindingFilterState } from './FindingFilter.ts';
import { findingLink } from './findingLink.ts';
import { findNextFinding } from './findNextFinding.ts';

type Options = Pick<FindingFilterState, 'filter' | 'own'> & {
  table: TableKind;
  grid: RefObject<RowGrid | null>;
  /** Whether the list stands beside the table: one then goes through what it shows. */
  isListOpen: boolean;
};

export type FindingTools = {
  /** To the cell, also of the other table; to the rows behind it, where it is about no single one. */
  go(finding: Finding): void;
  handlers: Pick<CommandHandlers, 'nextFinding' | 'previousFinding'>;
};

/** The ways to findings: from the list, and by keys from cell to cell. */
export function useFindingTools({ table, grid, filter, own, isListOpen }: Options): FindingTools {
  const { t } = useTranslation('findings');
  const { structure, rows, findings } = useReport();
  const navigate = useNavigate();

  const go = useCallback(
    (finding: Finding) => {
      const row = findRowOf(finding, rows);
      if (row?.kind === table) {
        const [key, column] = [rowKey(row), finding.field ?? mainField[table]] as const;
        // With room around it for the reason that hangs at the cell.
        grid.current?.show(key, column);
        grid.current?.goTo(key, column);
        return;
      }
      const link = findingLink(structure.report.id, finding, row);
      if (link !== null) void navigate(link);
    },
    [table, grid, structure, rows, navigate],
  );

  const handlers = useMemo<FindingTools['handlers']>(() => {
    const passes = (finding: Finding) =>
      isListOpen
        ? isOf(finding, { filter, own }) &&
          (filter.code ?? finding.code) === finding.code &&
          (filter.severity === 'all' || filter.severity === finding.severity)
        : isOf(finding, { filter: { ...filter, organisationId: null }, own });
    const step = (direction: 1 | -1) => () => {
      const shown = grid.current?.shownRows() ?? [];
      const next = findNextFinding({
        rows: shown,
        columns: grid.current?.columns() ?? [],
        findingsOf: (row) => findings.ofRow(rowKey(row)).filter(passes),
        from: grid.current?.focusedCell() ?? null,
        direction,
      });
      if (next !== null) {
        grid.current?.focus(next.key, next.column);
        return true;
      }
      const hidden = findings.view
        .get()
        .findings.filter((finding) => findRowOf(finding, rows)?.kind === table && passes(finding));
      const message = hidden.length > 0 ? t('next.hidden', { count: hidden.length }) : t('next.none');
      notifications.show({ id: 'next-finding', message });
      return true;
    };
    return { nextFinding: step(1), previousFinding: step(-1) };
  }, [table, grid, filter, own, isListOpen, rows, findings, t]);

  return useMemo(() => ({ go, handlers }), [go, handlers]);
}
