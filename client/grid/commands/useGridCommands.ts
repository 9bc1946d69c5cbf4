import { type RefObject, useCallback, useMemo } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { CopyOutcome } from '../clipboard/listenToClipboard.ts';
import { type History, useHistory } from '../history/useHistory.tsx';
import type { GridCommand } from '../keys/gridKeys.ts';
import { type Paste, usePaste } from '../paste/usePaste.tsx';
import { type RowActions, useRowCommands } from '../rows/useRowCommands.ts';
import type { CommandHandlers } from './CommandHandlers.ts';
import type { CommandPlace } from './CommandPlace.ts';
import type { GridTools } from './GridTools.ts';
import { useClearCommand } from './useClearCommand.ts';
import { useCopyNotices } from './useCopyNotices.ts';
import { type EditingActions, useEditing } from './useEditing.ts';
import { type FillActions, useFillCommands } from './useFillCommands.ts';
import { useMoveCommands } from './useMoveCommands.ts';
import { useWishWriter } from './useWishWriter.tsx';

type Options = GridTools & {
  searchInput: RefObject<HTMLInputElement | null>;
  /** Of the parts that stand beside the table. */
  beside: Pick<
    CommandHandlers,
    | 'find'
    | 'replace'
    | 'findNext'
    | 'findPrevious'
    | 'nextFinding'
    | 'previousFinding'
    | 'cellHistory'
    | 'comment'
    | 'menu'
    | 'showKeys'
    | 'columnMenu'
    | 'moveColumn'
    | 'resizeColumn'
  >;
  onImport(): void;
  /** Shows the rows without groups. */
  onUngroup(): void;
};

export type GridCommands = Omit<EditingActions, 'handlers'> &
  Omit<RowActions, 'handlers'> &
  Omit<History, 'handlers'> &
  Omit<FillActions, 'handlers'> & {
    tellCopy(outcome: CopyOutcome): void;
    paste: Paste['paste'];
    /** What pasting asks, to be drawn in the page. */
    pastePreview: Paste['preview'];
    handleCommand(command: GridCommand, place: CommandPlace): boolean;
  };

/** What a person does to the table, by keys or by buttons: the parts by concern, put together. */
export function useGridCommands({
  searchInput,
  beside,
  onImport,
  onUngroup,
  ...tools
}: Options): GridCommands {
  const { handlers: editingHandlers, ...editing } = useEditing();
  const { grid } = tools;
  const { lock, clearLock } = editing;
  const moves = useMoveCommands(tools.grid);
  // As a person stands there: with the focus, or only to be seen.
  const reveal = useCallback(
    (row: RowKey, column: string) => {
      if (grid.current?.hasFocus()) grid.current.goTo(row, column);
      else grid.current?.show(row, column);
    },
    [grid],
  );
  const { handlers: historyHandlers, ...history } = useHistory(tools.table, reveal);
  const writeWishes = useWishWriter(tools);
  const clear = useClearCommand(editing, writeWishes);
  const { handlers: fillHandlers, ...filling } = useFillCommands(tools, writeWishes);
  const tellCopy = useCopyNotices(editing);
  const { handlers: rowHandlers, ...rowActions } = useRowCommands({ ...tools, onUngroup }, editing);
  const { paste, preview: pastePreview } = usePaste(tools);

  const handlers = useMemo<CommandHandlers>(
    () => ({
      ...moves,
      ...editingHandlers,
      ...historyHandlers,
      ...clear,
      ...fillHandlers,
      ...rowHandlers,
      import() {
        onImport();
        return true;
      },
      ...beside,
      leave() {
        // One step back: the notice is closed already, then what was cut, the selection, and out of the table.
        if (lock !== null || grid.current?.hands.dropCut() || grid.current?.collapseSelection()) return true;
        searchInput.current?.focus();
        return true;
      },
    }),
    [
      moves,
      editingHandlers,
      historyHandlers,
      clear,
      fillHandlers,
      rowHandlers,
      beside,
      lock,
      grid,
      searchInput,
      onImport,
    ],
  );
  const handleCommand = useCallback(
    (command: GridCommand, place: CommandPlace) => {
      clearLock();
      return handlers[command](place);
    },
    [handlers, clearLock],
  );
  return { ...editing, ...rowActions, ...history, ...filling, paste, pastePreview, tellCopy, handleCommand };
}
