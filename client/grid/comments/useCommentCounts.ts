import { useMemo } from 'react';
import { useThreads } from '#client/api/comments.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { type CommentCounts, countComments } from './CommentMarks.ts';

/** Open comments about rows and cells of one table, which follow what colleagues say. */
export function useCommentCounts(table: TableKind): CommentCounts {
  const { structure } = useReport();
  const { threads } = useThreads(structure.report.id);
  return useMemo(() => countComments(threads, table), [threads, table]);
}
