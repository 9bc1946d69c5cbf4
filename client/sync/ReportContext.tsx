import { createContext, useContext } from 'react';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { must } from '#shared/must.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import type { FindingFeed, FindingsView } from './FindingFeed.ts';
import type { Person } from './Person.ts';
import type { ReportSession } from './ReportSession.ts';
import type { RowStore } from './RowStore.ts';
import type { SaveState } from './SaveState.ts';
import { useSignal } from './useSignal.ts';

/** The open report. The object is new only when the structure or the person's rights change. */
export type OpenReport = {
  structure: ReportStructure;
  actor: Actor;
  rows: RowStore;
  session: ReportSession;
  findings: FindingFeed;
};

export const ReportContext = createContext<OpenReport | null>(null);

/** Only below a report's route; throws elsewhere. */
export function useReport(): OpenReport {
  return must(useContext(ReportContext), 'a report around this component');
}

/** All derived numbers, new with each batch of changes (at most one in 50 ms). */
export function useTotals(): Totals {
  return useSignal(useReport().session.totals);
}

/** What the checks say about the report now. */
export function useFindings(): FindingsView {
  return useSignal(useReport().findings.view);
}

export function useSaveState(): SaveState {
  return useSignal(useReport().session.saveState);
}

/** Who is here, the reader included, by name. */
export function usePeople(): readonly Person[] {
  return useSignal(useReport().session.people);
}

/** False until every sheet has been received (or read from this browser's copy) once. */
export function useIsLoaded(): boolean {
  return useSignal(useReport().session.isLoaded);
}
