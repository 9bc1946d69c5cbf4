import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { returnSheet, submissionsKey, submitSheet, withdrawSheet } from '#client/api/submissions.ts';
import { structureKey } from '#client/api/useReports.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { SheetState, SubmissionsAnswer } from '#shared/api/submission.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Organisation, ReportStructure } from '#shared/model/structure.ts';

export type SheetSteps = {
  submit(organisation: Organisation): Promise<void>;
  withdraw(organisation: Organisation): Promise<void>;
  giveBack(organisation: Organisation, note: string): Promise<void>;
};

/** The steps one may take with a sheet. Each rejects with what the server said; the page then shows how it stands. */
export function useSheetSteps(): SheetSteps {
  const { t } = useTranslation('submission');
  const { structure } = useReport();
  const queries = useQueryClient();
  const reportId = structure.report.id;
  return useMemo(() => {
    const take = async (sent: Promise<SheetState>, message: string) => {
      try {
        showStates(queries, reportId, [await sent]);
        notifications.show({ id: 'submission', message });
      } finally {
        // Somebody else may have been faster: what stands is shown whatever came of it.
        void queries.invalidateQueries({ queryKey: structureKey(reportId) });
      }
    };
    const sheetOf = ({ id }: Organisation) => ({ reportId, organisationId: id });
    return {
      submit: (organisation) =>
        take(submitSheet(sheetOf(organisation)), t('submit.done', { organisation: organisation.shortName })),
      withdraw: (organisation) =>
        take(
          withdrawSheet(sheetOf(organisation)),
          t('withdraw.done', { organisation: organisation.shortName }),
        ),
      giveBack: (organisation, note) =>
        take(
          returnSheet(sheetOf(organisation), { note }),
          t('give.done', { organisation: organisation.shortName }),
        ),
    };
  }, [t, queries, reportId]);
}

/** What a step has made of sheets, before the server's message of it comes: a sheet that is submitted locks at once. */
export function showStates(queries: QueryClient, reportId: ReportId, states: readonly SheetState[]): void {
  const byId = new Map(states.map((state) => [state.organisationId, state]));
  queries.setQueryData<SubmissionsAnswer>(
    submissionsKey(reportId),
    (answer) =>
      answer && { ...answer, sheets: answer.sheets.map((sheet) => byId.get(sheet.organisationId) ?? sheet) },
  );
  queries.setQueryData<ReportStructure>(
    structureKey(reportId),
    (structure) =>
      structure && {
        ...structure,
        sheets: structure.sheets.map((sheet) => ({
          ...sheet,
          status: byId.get(sheet.organisationId)?.status ?? sheet.status,
        })),
      },
  );
}
