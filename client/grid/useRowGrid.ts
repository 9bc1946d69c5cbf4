import type { AgGridReactProps } from 'ag-grid-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { TableKind } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import type { GridItem } from './GridItem.ts';
import type { GridWords } from './GridWords.ts';
import { buildGridOptions } from './gridOptions.ts';
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

/**
 * Takes over an `AgGridReact` for as long as it is shown: give it `options`, inside of an element with
 * the ref, and a key that changes with the table.
 */
export function useRowGrid({ table, words, density, events, grid }: Options): {
  element: RefObject<HTMLDivElement | null>;
  options: AgGridReactProps<GridItem>;
  created: RowGrid | null;
} {
  const { session, findings, structure } = useReport();
  const element = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<RowGrid | null>(null);
  const latest = useRef({ table, session, findings, structure, words, events });
  latest.current = { table, session, findings, structure, words, events };
  const [options] = useState(
    (): AgGridReactProps<GridItem> => ({
      ...buildGridOptions(density, words.locale, () => grid.current),
      onGridReady({ api }) {
        const { events: _events, ...given } = latest.current;
        grid.current = new RowGrid({
          api,
          element: must(element.current, 'the element round the grid'),
          ...given,
          events: {
            onCommand: (command, place) => latest.current.events.onCommand(command, place),
            onOpen: (cell) => latest.current.events.onOpen(cell),
            onCopy: (outcome) => latest.current.events.onCopy(outcome),
            onFill: (fill) => latest.current.events.onFill(fill),
            onPaste: (texts) => latest.current.events.onPaste(texts),
            forecastDrop: (drop) => latest.current.events.forecastDrop(drop),
            onDropRows: (drop) => latest.current.events.onDropRows(drop),
            onFocus: (cell) => latest.current.events.onFocus(cell),
            onCounts: (shown, all) => latest.current.events.onCounts(shown, all),
            onFolded: (folded) => latest.current.events.onFolded(folded),
            onLayout: (layout) => latest.current.events.onLayout(layout),
          },
        });
        setCreated(grid.current);
      },
      onGridPreDestroyed() {
        grid.current?.destroy();
        grid.current = null;
        setCreated(null);
      },
    }),
  );

  useEffect(() => created?.setWords(structure, words), [created, structure, words]);
  useEffect(() => created?.setDensity(density), [created, density]);
  return { element, options, created };
}
