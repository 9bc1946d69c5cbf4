import { useQueries } from '@tanstack/react-query';
import { apiFetch, buildPath } from '#client/api/client.ts';
import { useReports } from '#client/api/useReports.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { apiPaths, TotalsAnswer } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { MoneySums } from '#shared/totals/Totals.ts';
import { readTotalsAnswer } from '#shared/totals/totalsAnswer.ts';
import { listEarlierReports } from './listEarlierReports.ts';

export type Year = { reportId: ReportId; year: number; sums: MoneySums };

/** Sums of each earlier report of the programme that one may read, the first year first; an old year hardly changes. */
export function useYears(isAsked: boolean): { years: readonly Year[]; isPending: boolean; error: unknown } {
  const { structure } = useReport();
  const reports = useReports();
  const earlier = listEarlierReports(
    structure,
    (reports.data?.reports ?? []).map(({ report }) => report),
  );
  const answers = useQueries({
    queries: earlier.map(({ id }) => ({
      queryKey: ['totals', id],
      enabled: isAsked,
      staleTime: 60_000,
      queryFn: async () =>
        readTotalsAnswer(await apiFetch(buildPath(apiPaths.totals, { reportId: id }), TotalsAnswer)).grand,
    })),
  });
  return {
    years: earlier.flatMap(({ id, year }, index) => {
      const sums = answers[index]?.data;
      return sums === undefined ? [] : [{ reportId: id, year, sums }];
    }),
    isPending: isAsked && (reports.isPending || answers.some((answer) => answer.isPending)),
    error: reports.error ?? answers.find((answer) => answer.error !== null)?.error ?? null,
  };
}
