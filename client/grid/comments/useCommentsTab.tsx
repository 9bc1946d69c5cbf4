import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useThreads } from '#client/api/comments.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import type { PanelTab } from '../panel/PanelTab.ts';
import type { Panel } from '../panel/usePanel.ts';
import type { RowGrid } from '../RowGrid.ts';
import { CellCommentsPanel } from './CellCommentsPanel.tsx';
import { buildCommentMarks } from './CommentMarks.ts';
import './commentMarks.css';
import { useCommentsDoor } from './useCommentsDoor.ts';

type Options = {
  table: TableKind;
  created: RowGrid | null;
  panel: Panel;
  cell: { row: Row; column: string } | null;
};

/** What is said about cells: marks in the table, the panel's tab, and the key that opens it. */
export function useCommentsTab({ table, created, panel, cell }: Options): {
  tab: PanelTab;
  handlers: Pick<CommandHandlers, 'comment'>;
} {
  const { t } = useTranslation('comments');
  const { structure } = useReport();
  const { threads } = useThreads(structure.report.id);
  const marks = useMemo(
    () => buildCommentMarks(threads, table, (count) => t('mark', { count })),
    [threads, table, t],
  );
  useEffect(() => created?.drawing.setComments(marks), [created, marks]);
  /** Raised each time somebody wants to write. */
  const [asked, setAsked] = useState(0);
  const { open } = panel;
  const current = useCommentsDoor(useCallback(() => open('comments'), [open]));
  const handlers = useMemo<Pick<CommandHandlers, 'comment'>>(
    () => ({
      comment({ cell: commented }) {
        if (commented === null) return false;
        open('comments');
        setAsked((count) => count + 1);
        return true;
      },
    }),
    [open],
  );
  const content = <CellCommentsPanel cell={cell} asked={asked} current={current} />;
  return { tab: { id: 'comments', title: t('title'), content }, handlers };
}
