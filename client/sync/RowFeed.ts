import type { ReportStructure } from '#shared/model/structure.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import { createTotalsEngine } from '#shared/totals/TotalsEngine.ts';
import { createRowStore, type RowKey, type RowStore, type SheetRowChange } from './RowStore.ts';
import { createSignal, type Signal } from './Signal.ts';

const batchMs = 50;
/** Sheets arrive one by one, and to draw half of the report oftener only keeps the other half waiting. */
const loadingBatchMs = 500;

/**
 * Passes changes of all sheets on to rows and totals: one's own at once, others' in batches. A batch says
 * once of each row what became of it, also of one that went and came back meanwhile.
 */
export type RowFeed = {
  readonly rows: RowStore;
  readonly totals: Signal<Totals>;
  push(changes: readonly SheetRowChange[], isOwn: boolean): void;
  /** Passes on what still waits for its batch. */
  flush(): void;
  setStructure(structure: ReportStructure): void;
  stop(): void;
};

/** `isLoading` tells whether sheets are still on their way; who knows that they are here calls `flush`. */
export function createRowFeed(structure: ReportStructure, isLoading: () => boolean): RowFeed {
  const rows = createRowStore();
  const engine = createTotalsEngine(structure);
  const totals = createSignal<Totals>(engine.totals());
  let waiting = new Map<RowKey, SheetRowChange>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.size === 0) return;
    const changes = [...waiting.values()];
    waiting = new Map();
    engine.apply(changes);
    rows.apply(changes);
    totals.set(engine.totals());
  }

  return {
    rows,
    totals,
    push(changes, isOwn) {
      for (const change of changes) waiting.set(`${change.organisationId}/${change.rowId}`, change);
      if (isOwn) flush();
      else timer ??= setTimeout(flush, isLoading() ? loadingBatchMs : batchMs);
    },
    flush,
    setStructure(next) {
      engine.setStructure(next);
      totals.set(engine.totals());
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
