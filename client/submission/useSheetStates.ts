import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { submissionsKey, useSubmissions } from '#client/api/submissions.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import type { SheetRowChange } from '#client/sync/RowStore.ts';
import { can } from '#shared/access/can.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import { SubmissionStep } from '#shared/submission/submissionSteps.ts';
import type { SheetView } from './SheetView.ts';

/**
 * `accepted`: follows the rows of accepted sheets alone, of which hardly any changes. `all`: of every
 * sheet, less often, for whoever watches over all of them.
 */
type Following = 'accepted' | 'all';

const askAgainMs = { accepted: 1_000, all: 5_000 } as const;

export type SheetStates = {
  deadline: string | null;
  /** In the order of the report's organisations; empty while they have not come. */
  sheets: readonly SheetView[];
  isPending: boolean;
  error: unknown;
};

/** The states of all sheets. A step that somebody takes is told by the server; rows that change are followed here. */
export function useSheetStates(following: Following): SheetStates {
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const { data, isPending, error } = useSubmissions(reportId);
  const sheets = useMemo(() => {
    const states = new Map(data?.sheets.map((state) => [state.organisationId, state]));
    return structure.organisations.flatMap((organisation): SheetView[] => {
      const state = states.get(organisation.id);
      if (state === undefined) return [];
      const { organisationId, status, isChangedSinceAcceptance: isChanged } = state;
      const reportStatus = readReportStatus(structure.report);
      const standing = { reportId, reportStatus, organisationId, status, isChanged };
      const steps = SubmissionStep.options.filter(
        (step) => can(actor, { action: `sheet.${step}`, ...standing }).allowed,
      );
      return [{ ...state, organisation, steps: new Set(steps) }];
    });
  }, [data, structure, actor, reportId]);
  useFollowRows(following, sheets);
  return { deadline: data?.deadline ?? null, sheets, isPending, error: data === undefined ? error : null };
}

/** Asks anew some time after rows have changed: never more often, and not before the server has one's own changes. */
function useFollowRows(following: Following, sheets: readonly SheetView[]): void {
  const { structure, rows, session } = useReport();
  const isLoaded = useIsLoaded();
  const queries = useQueryClient();
  const reportId = structure.report.id;
  const accepted = sheets
    .filter(({ status }) => status === 'accepted')
    .map(({ organisationId }) => organisationId);
  const acceptedText = accepted.join();
  useEffect(() => {
    if (!isLoaded) return;
    const followed = new Set<OrganisationId | string>(acceptedText.split(','));
    const concerns = ({ organisationId }: SheetRowChange) =>
      following === 'all' || followed.has(organisationId);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const ask = (): void => {
      timer = session.pendingCount() > 0 ? setTimeout(ask, askAgainMs[following]) : null;
      if (timer === null) void queries.invalidateQueries({ queryKey: submissionsKey(reportId) });
    };
    const stop = rows.subscribe((changes) => {
      if (changes.some(concerns)) timer ??= setTimeout(ask, askAgainMs[following]);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [following, acceptedText, isLoaded, queries, reportId, rows, session]);
}
