import { createFigureEngine } from '#shared/figures/FigureEngine.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { FigureValue } from '#shared/figures/FigureValue.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { RowStore } from './RowStore.ts';
import type { Signal } from './Signal.ts';

/** The figures of the text, in step with the rows that are here. */
export type FigureFeed = {
  /** The same object until something else is to be printed. Null: what is stored cannot be read. */
  read(spec: FigureSpec | null): FigureValue;
  rowsBehind(spec: FigureSpec | null): readonly Row[];
  /** Forgets all other figures: a text that lost one need not have it counted any more. */
  retain(specs: Iterable<FigureSpec | null>): void;
  /** False until every sheet has arrived: a figure of some of the rows is no figure. */
  isWhole(): boolean;
  /** Called after each batch of changes. */
  subscribe(listener: () => void): () => void;
  setStructure(structure: ReportStructure): void;
  stop(): void;
};

export function createFigureFeed(
  structure: ReportStructure,
  rows: RowStore,
  isLoaded: Signal<boolean>,
): FigureFeed {
  const engine = createFigureEngine(structure);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  engine.apply(Array.from(rows.all(), (row) => ({ rowId: row.id, organisationId: row.organisationId, row })));
  const stops = [
    rows.subscribe((changes) => {
      engine.apply(changes);
      tell();
    }),
    isLoaded.subscribe(tell),
  ];
  return {
    read: (spec) => engine.read(spec),
    rowsBehind: (spec) => engine.rowsBehind(spec),
    retain: (specs) => engine.retain(specs),
    isWhole: () => isLoaded.get(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setStructure(next) {
      engine.setStructure(next);
      tell();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
