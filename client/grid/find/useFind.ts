import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type RowKey, rowKey } from '#client/sync/RowStore.ts';
import { createSignal } from '#client/sync/Signal.ts';
import { useSignal } from '#client/sync/useSignal.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { CellTexts } from '../CellTexts.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import { leaveEditor } from '../editors/useLeaving.ts';
import type { RowGrid } from '../RowGrid.ts';
import { type CellFinder, createCellFinder, type FindState } from './CellFinder.ts';
import type { FindPlace } from './CellMatch.ts';
import { emptyForm, type FindForm } from './FindForm.ts';
import type { FindScope } from './FindQuery.ts';
import type { Direction } from './MatchedRows.ts';
import { createRowFolder } from './RowFolder.ts';

export type FindMode = 'find' | 'replace';

export type Find = {
  /** Null while the bar is closed. */
  mode: FindMode | null;
  form: FindForm;
  state: FindState;
  finder: CellFinder | null;
  /** Another number each time that the bar is to take the focus. */
  focusRequest: number;
  change(part: Partial<FindForm>): void;
  setMode(mode: FindMode): void;
  /** True when more than a single cell is selected, in which one could look alone. */
  canScope: boolean;
  /** The focus comes from the table to the bar: something else may be selected there. */
  readSelection(): void;
  /** From a match to the next; the focus stays where it is, unless it is in the table. */
  step(direction: Direction): void;
  /** The focus to the match one is at. */
  enter(): void;
  close(): void;
  /** Closes the bar for somebody who is in the table, and stays there. False when it was closed. */
  leave(): boolean;
  handlers: Pick<CommandHandlers, 'find' | 'replace' | 'findNext' | 'findPrevious'>;
};

type Options = {
  table: TableKind;
  grid: RowGrid | null;
  texts: CellTexts;
};

/** Others' changes come in batches; the count need not move oftener than it can be read. */
const recountMs = 150;

const closed = createSignal<FindState>({
  count: null,
  hiddenCount: 0,
  current: null,
  position: null,
  isCounted: true,
});

/** Find over all rows of a table: what is sought, where one is, and its marks in the cells. */
export function useFind({ table, grid, texts }: Options): Find {
  const { rows } = useReport();
  const [mode, setMode] = useState<FindMode | null>(null);
  const [form, setForm] = useState<FindForm>(emptyForm);
  const [focusRequest, setFocusRequest] = useState(0);
  const [canScope, setCanScope] = useState(false);
  const scope = useRef<FindScope | null>(null);
  /** Where looking begins: the cell one was in when the bar was opened. */
  const origin = useRef<FindPlace | null>(null);
  const isOpen = mode !== null;

  const finder = useMemo(
    () =>
      grid === null
        ? null
        : createCellFinder(
            {
              shownRows: () => grid.shownRows(),
              *allRows() {
                for (const row of rows.all()) if (row.kind === table) yield row;
              },
              columns: () => grid.columns(),
            },
            createRowFolder(texts),
          ),
    [table, grid, rows, texts],
  );
  const state = useSignal(finder?.state ?? closed);
  useEffect(() => () => finder?.stop(), [finder]);

  // What is sought, from the place where one began to look.
  const { text, isCaseSensitive, isWholeCell, column, isScoped } = form;
  useEffect(() => {
    const query = { text, isCaseSensitive, isWholeCell, column, scope: isScoped ? scope.current : null };
    finder?.seek(isOpen && text !== '' ? query : null, origin.current);
  }, [finder, isOpen, text, isCaseSensitive, isWholeCell, column, isScoped]);

  useEffect(() => {
    if (!isOpen || grid === null || finder === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = grid.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        finder.recount();
      }, recountMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isOpen, grid, finder]);

  // Marks in the cells, and the current one in sight.
  const { current } = state;
  useEffect(() => {
    if (grid === null || finder === null || !isOpen || state.count === null) {
      grid?.drawing.setMarks(null);
      return;
    }
    grid.drawing.setMarks((row, cellColumn) => {
      const isCurrentCell = current !== null && current.column === cellColumn && current.key === rowKey(row);
      return finder.matchesIn(row, cellColumn).map((match) => ({
        ...match,
        isCurrent: isCurrentCell && match.start === current.match.start,
      }));
    });
  }, [grid, finder, isOpen, state, current]);
  useEffect(() => {
    // The bar takes room from the table when it grows.
    if (current !== null && mode !== null) grid?.showWell(current.key, current.column);
  }, [grid, current, mode]);

  const step = useCallback(
    (direction: Direction) => {
      // While rows are looked through for the first time the first match is on its way.
      if (finder === null || grid === null || !finder.state.get().isCounted) return;
      const cell = grid.focusedCell();
      const at = finder.state.get().current;
      // In the table one goes on from the cell one is in, wherever that is by now.
      const isElsewhere = cell !== null && (at === null || at.key !== cell.key || at.column !== cell.column);
      const hasFocus = grid.hasFocus();
      const found = finder.step(
        direction,
        hasFocus && isElsewhere ? cell : at === null ? origin.current : null,
      );
      if (found !== null && hasFocus) grid.focus(found.key, found.column);
    },
    [finder, grid],
  );

  const readSelection = useCallback(() => {
    const cells = readScope(grid);
    const [only, ...others] = cells.values();
    setCanScope(others.length > 0 || (only?.size ?? 0) > 1);
  }, [grid]);

  const open = useCallback(
    (next: FindMode) => {
      if (!leaveEditor()) return;
      if (grid?.hasFocus() || !isOpen) origin.current = grid?.focusedCell() ?? null;
      readSelection();
      setMode(next);
      setFocusRequest((request) => request + 1);
    },
    [grid, isOpen, readSelection],
  );

  const change = useCallback(
    (part: Partial<FindForm>) => {
      if (part.isScoped === true) scope.current = readScope(grid);
      setForm((previous) => ({ ...previous, ...part }));
    },
    [grid],
  );

  const enter = useCallback(() => {
    const place = finder?.state.get().current ?? grid?.focusedCell() ?? null;
    if (place === null || !grid?.focus(place.key, place.column)) grid?.focusFirst();
  }, [finder, grid]);

  const close = useCallback(() => {
    enter();
    setMode(null);
    setForm((previous) => ({ ...previous, isScoped: false }));
  }, [enter]);

  const leave = useCallback(() => {
    if (!isOpen) return false;
    setMode(null);
    return true;
  }, [isOpen]);

  const handlers = useMemo<Find['handlers']>(() => {
    const opening = (next: FindMode) => () => {
      open(next);
      return true;
    };
    const stepping = (direction: Direction) => () => {
      if (!isOpen || text === '') open(mode ?? 'find');
      else step(direction);
      return true;
    };
    return {
      find: opening('find'),
      replace: opening('replace'),
      findNext: stepping(1),
      findPrevious: stepping(-1),
    };
  }, [open, step, isOpen, mode, text]);

  return {
    mode,
    form,
    state,
    finder,
    focusRequest,
    change,
    setMode,
    canScope,
    readSelection,
    step,
    enter,
    close,
    leave,
    handlers,
  };
}

/** The cells that are selected now. */
function readScope(grid: RowGrid | null): FindScope {
  const cells = new Map<RowKey, Set<string>>();
  for (const { rows, columns } of grid?.selectedRanges() ?? []) {
    for (const row of rows) {
      const key = rowKey(row);
      cells.set(key, new Set([...(cells.get(key) ?? []), ...columns]));
    }
  }
  return cells;
}
