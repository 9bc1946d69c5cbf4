import { apiPaths, TotalsAnswer } from '#shared/api/contract.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { readTotalsAnswer } from '#shared/totals/totalsAnswer.ts';
import { apiFetch, buildPath } from './client.ts';

type Asked = { reportId: ReportId; answer: Promise<Totals>; totals: Totals | null };

let asked: Asked | null = null;

/** Asks before anything of the page is there, for whoever takes the totals first. */
export function askFirstTotals(reportId: ReportId): void {
  const own: Asked = { reportId, answer: fetchTotals(reportId), totals: null };
  own.answer.then(
    (totals) => {
      own.totals = totals;
    },
    // Whoever takes it hears of the failure; maybe nobody does.
    () => undefined,
  );
  asked = own;
}

/** What {@link takeFirstTotals} would give, when it is here already. */
export function peekFirstTotals(reportId: ReportId): Totals | null {
  return asked?.reportId === reportId ? asked.totals : null;
}

/**
 * All totals of the report as the server has them, which counts them faster than all rows arrive here.
 * An answer is given once: it is old a moment later. Rejects like `apiFetch`.
 */
export function takeFirstTotals(reportId: ReportId): Promise<Totals> {
  const early = asked;
  asked = null;
  if (early?.reportId !== reportId) return fetchTotals(reportId);
  // Asked before the person had signed in, it was refused.
  return early.answer.catch(() => fetchTotals(reportId));
}

async function fetchTotals(reportId: ReportId): Promise<Totals> {
  const path = buildPath(apiPaths.totals, { reportId });
  return readTotalsAnswer(await apiFetch(path, TotalsAnswer, { isLive: true }));
}
