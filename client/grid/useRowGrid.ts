import { type RefObject, useEffect, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import type { GridWords } from './GridWords.ts';
import type { Density } from './gridTheme.ts';
import { RowGrid, type RowGridEvents } from './RowGrid.ts';

type Options = {
  table: TableKind;
  words: GridWords;
  density: Density;
  /** May change with every drawing: the newest ones are called. */
  events: RowGridEvents;
  /** Gets the grid as soon as it is there, before anything is drawn anew for it. */
  grid: RefObject<RowGrid | null>;
};

/** Keeps the grid in an element for as long as the table is shown. Put the ref on that element. */
export function useRowGrid({ table, words, density, events, grid }: Options): {
  element: RefObject<HTMLDivElement | null>;
  created: RowGrid | null;
} {
  const { session, structure } = useReport();
  const element = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<RowGrid | null>(null);
  const latest = useRef(events);
  latest.current = events;
  const first = useRef({ structure, words, density });

  useEffect(() => {
    if (element.current === null) return;
    const next = new RowGrid({
      element: element.current,
      table,
      session,
      ...first.current,
      events: {
        onCommand: (command, cell) => latest.current.onCommand(command, cell),
        onOpen: (cell) => latest.current.onOpen(cell),
        onPaste: (text, cell) => latest.current.onPaste(text, cell),
        onFocus: (cell) => latest.current.onFocus(cell),
        onCounts: (shown, all) => latest.current.onCounts(shown, all),
      },
    });
    grid.current = next;
    setCreated(next);
    return () => {
      grid.current = null;
      setCreated(null);
      next.destroy();
    };
  }, [table, session, grid]);

  useEffect(() => created?.setWords(structure, words), [created, structure, words]);
  useEffect(() => created?.setDensity(density), [created, density]);
  return { element, created };
}
