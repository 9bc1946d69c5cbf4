import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sheetChangesQuery } from '#client/api/submissions.ts';
import { useSheetStates } from '#client/submission/useSheetStates.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { SheetChangesAnswer } from '#shared/api/submission.ts';
import type { Organisation } from '#shared/model/structure.ts';

export type ChangedSheet = {
  organisation: Organisation;
  /** Null while they arrive. */
  rows: SheetChangesAnswer['rows'] | null;
  error: unknown;
};

/** What accepted sheets hold otherwise than what was accepted; those alone that have changed. */
export function useSheetChanges(): readonly ChangedSheet[] {
  const { structure } = useReport();
  const { sheets } = useSheetStates('accepted');
  const reportId = structure.report.id;
  const changed = useMemo(
    () => sheets.filter(({ isChangedSinceAcceptance }) => isChangedSinceAcceptance),
    [sheets],
  );
  const answers = useQueries({
    queries: changed.map(({ organisationId }) => sheetChangesQuery({ reportId, organisationId })),
    combine: readAnswers,
  });
  // The answers stay the same objects as long as they say the same.
  return useMemo(
    () =>
      changed.map(({ organisation }, index) => ({
        organisation,
        rows: answers[index]?.data?.rows ?? null,
        error: answers[index]?.error ?? null,
      })),
    [changed, answers],
  );
}

function readAnswers(
  results: readonly { data: SheetChangesAnswer | undefined; error: unknown }[],
): { data: SheetChangesAnswer | undefined; error: unknown }[] {
  return results.map(({ data, error }) => ({ data, error }));
}
