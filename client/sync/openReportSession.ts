import type { ReportStructure } from '#shared/model/structure.ts';
import type { Actor } from '#shared/model/user.ts';
import { noMoney, type Totals } from '#shared/totals/Totals.ts';
import type { Person } from './Person.ts';
import type { ReportSession } from './ReportSession.ts';
import { createRowStore } from './RowStore.ts';
import { isSameSaveState, type SaveState } from './SaveState.ts';
import { createSignal } from './Signal.ts';

export function openReportSession(_structure: ReportStructure, _actor: Actor): ReportSession {
  const rows = createRowStore();
  const totals = createSignal<Totals>({
    grand: noMoney,
    withoutDirection: noMoney,
    byDirection: new Map(),
    byOrganisation: new Map(),
    byDirectionOrganisation: new Map(),
    byFund: new Map(),
    byKpkvk: new Map(),
    byKekv: new Map(),
    indicators: new Map(),
    activityCounts: new Map(),
    activityCount: 0,
  });
  return {
    rows,
    totals,
    saveState: createSignal<SaveState>({ kind: 'loading' }, isSameSaveState),
    people: createSignal<readonly Person[]>([]),
    isLoaded: createSignal<boolean>(false),
    update: () => undefined,
    close: () => undefined,
  };
}
