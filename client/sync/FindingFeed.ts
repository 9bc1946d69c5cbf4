import type { Finding } from '#shared/checks/Finding.ts';
import {
  createFindingsEngine,
  type FindingCounts,
  type FindingsStructure,
} from '#shared/checks/FindingsEngine.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { type RowKey, type RowStore, rowKey, type SheetRowChange } from './RowStore.ts';
import { backgroundMs, runInSlices } from './runInSlices.ts';
import { createSignal, type Signal } from './Signal.ts';

export type FindingsView = {
  findings: readonly Finding[];
  /** By the organisation that can mend them; about the whole report under null. */
  counts: ReadonlyMap<OrganisationId | null, FindingCounts>;
  /** False while there are rows that have not been looked at. */
  isWhole: boolean;
};

/** What the checks say about the open report. One for all that shows it. */
export type FindingFeed = {
  /** Follows within a tenth of a second: it is for lists and counts. */
  readonly view: Signal<FindingsView>;
  /** As fresh as the rows, once they have been looked at. */
  ofRow(key: RowKey): readonly Finding[];
  /** Called with the rows of which something else is said than before. */
  subscribe(listener: (keys: readonly RowKey[]) => void): () => void;
  setStructure(structure: FindingsStructure): void;
  stop(): void;
};

const viewMs = 100;
/** Rows at a time: few enough for a slice, many enough that rows alike are compared once. */
const chunkSize = 50;

export function createFindingFeed(
  structure: FindingsStructure,
  rows: RowStore,
  totals: Signal<Totals>,
): FindingFeed {
  const engine = createFindingsEngine(structure);
  const view = createSignal<FindingsView>({ findings: [], counts: new Map(), isWhole: false });
  const listeners = new Set<(keys: readonly RowKey[]) => void>();
  let waiting: SheetRowChange[] = [];
  let isChecking = false;
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function publish(): void {
    timer = null;
    engine.setTotals(totals.get());
    view.set({ findings: engine.findings(), counts: engine.counts(), isWhole: !isChecking });
  }

  function publishSoon(): void {
    timer ??= setTimeout(publish, viewMs);
  }

  function tell(keys: readonly RowKey[]): void {
    if (keys.length === 0) return;
    publishSoon();
    for (const listener of [...listeners]) listener(keys);
  }

  function* checkWaiting(): Generator<undefined> {
    while (waiting.length > 0) {
      const changes = waiting;
      waiting = [];
      for (let start = 0; start < changes.length; start += chunkSize) {
        tell(engine.apply(changes.slice(start, start + chunkSize)));
        yield;
      }
    }
    // Here and not after the last slice is awaited: what comes in between begins a run of its own.
    isChecking = false;
    // What is said of the approved plan may be other where nothing else is said of any row.
    publishSoon();
  }

  function check(changes: readonly SheetRowChange[]): void {
    for (const change of changes) waiting.push(change);
    if (isChecking) return;
    isChecking = true;
    void runInSlices(checkWaiting(), { signal: end.signal, sliceMs: backgroundMs });
  }

  const stops = [rows.subscribe(check), totals.subscribe(publishSoon)];
  check(Array.from(rows.all(), (row) => ({ rowId: row.id, organisationId: row.organisationId, row })));

  return {
    view,
    ofRow: (key) => engine.ofRow(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setStructure(next) {
      if (!engine.setStructure(next)) return;
      publishSoon();
      tell(Array.from(rows.all(), rowKey));
    },
    stop() {
      end.abort();
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
