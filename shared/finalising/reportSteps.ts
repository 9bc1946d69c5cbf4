import { z } from 'zod';
import type { ReportStatus } from '../model/structure.ts';

/** What closes a report and opens it again: завершити, відновити роботу. */
export const ReportStep = z.enum(['finalise', 'reopen']);
export type ReportStep = z.infer<typeof ReportStep>;

/**
 * Every step there is, with the state it is taken from and the one it leads to. The database holds the
 * same table: `server/storage/migrations/createReportSteps.ts`.
 */
export const reportSteps: Readonly<Record<ReportStep, { from: ReportStatus; to: ReportStatus }>> = {
  finalise: { from: 'open', to: 'finalised' },
  reopen: { from: 'finalised', to: 'open' },
};

/** The state after a step; null when it cannot be taken now, whoever asks. Rule FIN-1. */
export function tryTakeReportStep(status: ReportStatus, step: ReportStep): ReportStatus | null {
  return reportSteps[step].from === status ? reportSteps[step].to : null;
}
