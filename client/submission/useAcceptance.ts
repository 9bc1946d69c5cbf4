import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { acceptSheets, submissionsQuery } from '#client/api/submissions.ts';
import { structureKey } from '#client/api/useReports.ts';
import { useIsLoaded, useReport } from '#client/sync/ReportContext.tsx';
import type { AcceptancesAnswer, SheetState } from '#shared/api/submission.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { tryTakeStep } from '#shared/submission/submissionSteps.ts';
import { computeSheetContents, type SheetContents } from './computeSheetContents.ts';
import { showStates } from './useSheetSteps.ts';

/** A sheet as it was looked at: its rows as they stand here, and the hash by which the server knows them. */
export type LookedSheet = { state: SheetState; contents: SheetContents };

export type Refusal = Extract<AcceptancesAnswer['results'][number], { outcome: 'refused' }>;

export type Acceptance = {
  /** Null while it arrives. */
  sheets: readonly LookedSheet[] | null;
  /** Sheets with rows that have changed since they were looked at: what is shown of them is not what they hold. */
  outdated: ReadonlySet<OrganisationId>;
  isSending: boolean;
  error: unknown;
  acceptedCount: number;
  refusals: readonly Refusal[];
  /** Looks again at what was not accepted yet. */
  look(): void;
  accept(organisationIds: readonly OrganisationId[]): Promise<boolean>;
};

/**
 * Accepts what was looked at and nothing else. A hash says which content that is; a row that changes
 * after it was asked for makes the sheet outdated here, and is refused by the server.
 */
export function useAcceptance(wanted: readonly OrganisationId[]): Acceptance {
  const { structure, rows, session } = useReport();
  const isLoaded = useIsLoaded();
  const queries = useQueryClient();
  const reportId = structure.report.id;
  const [sheets, setSheets] = useState<readonly LookedSheet[] | null>(null);
  const [outdated, setOutdated] = useState<ReadonlySet<OrganisationId>>(new Set());
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [acceptedCount, setAcceptedCount] = useState(0);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const left = useRef(wanted);

  const look = useCallback(() => {
    setError(null);
    setRefusals([]);
    setOutdated(new Set());
    setSheets(null);
    queries.fetchQuery({ ...submissionsQuery(reportId), staleTime: 0 }).then(
      (answer) => {
        session.settle();
        const states = new Map(answer.sheets.map((state) => [state.organisationId, state]));
        setSheets(
          left.current.flatMap((id) => {
            const state = states.get(id);
            const held = [...session.sheetRows(id, 'activity'), ...session.sheetRows(id, 'expenditure')];
            // Somebody may have withdrawn, returned or accepted it meanwhile.
            return state === undefined || !isAcceptable(state)
              ? []
              : [{ state, contents: computeSheetContents(held) }];
          }),
        );
      },
      (refusal: unknown) => setError(refusal),
    );
  }, [queries, reportId, session]);

  useEffect(() => {
    if (!isLoaded) return;
    const stop = rows.subscribe((changes) =>
      setOutdated((before) => new Set([...before, ...changes.map(({ organisationId }) => organisationId)])),
    );
    look();
    return stop;
  }, [isLoaded, look, rows]);

  return {
    sheets,
    outdated,
    isSending,
    error,
    acceptedCount,
    refusals,
    look,
    async accept(organisationIds) {
      const looked = new Map(sheets?.map(({ state }) => [state.organisationId, state.contentHash]));
      setSending(true);
      setError(null);
      try {
        const { results } = await acceptSheets(reportId, {
          sheets: organisationIds.map((organisationId) => ({
            organisationId,
            contentHash: must(looked.get(organisationId), 'a sheet that was looked at'),
          })),
        });
        const accepted = results.filter((result) => result.outcome === 'accepted');
        const refused = results.filter((result) => result.outcome === 'refused');
        showStates(
          queries,
          reportId,
          accepted.map(({ state }) => state),
        );
        const done = new Set(accepted.map(({ organisationId }) => organisationId));
        left.current = left.current.filter((id) => !done.has(id));
        setSheets((before) => before?.filter(({ state }) => !done.has(state.organisationId)) ?? null);
        setAcceptedCount((before) => before + accepted.length);
        setRefusals(refused);
        return refused.length === 0;
      } catch (refusal) {
        setError(refusal);
        return false;
      } finally {
        setSending(false);
        void queries.invalidateQueries({ queryKey: structureKey(reportId) });
      }
    },
  };
}

function isAcceptable({ status, isChangedSinceAcceptance: isChanged }: SheetState): boolean {
  return tryTakeStep({ status, isChanged }, 'accept') !== null;
}
