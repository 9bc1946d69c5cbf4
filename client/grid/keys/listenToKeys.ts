import type { CellMap } from '../CellMap.ts';
import type { CommandPlace } from '../commands/CommandPlace.ts';
import type { SelectedRange } from '../selection/SelectedRange.ts';
import type { GridCommand } from './gridKeys.ts';
import { readGridCommand, readKeyCode, readScope } from './readGridCommand.ts';

type Options = {
  cells: CellMap;
  readRanges(): readonly SelectedRange[];
  /** True when the key was used: the browser and the grid then leave it alone. */
  onCommand(command: GridCommand, place: CommandPlace): boolean;
};

/**
 * Hears the keys of the table in its cells and header, and those of the whole page elsewhere too, before
 * the grid and the browser do. Returns what ends it.
 */
export function listenToKeys({ cells, readRanges, onCommand }: Options): () => void {
  const handle = (event: KeyboardEvent) => {
    const header = cells.headerOf(event.target);
    const command = readGridCommand(event, header === null ? 'elsewhere' : 'header');
    if (command === null || !isHeard(command, event.target)) return;
    const place = { cell: cells.findCell(event.target), header, code: readKeyCode(event), readRanges };
    if (!onCommand(command, place)) return;
    event.stopPropagation();
    if (command !== 'type') event.preventDefault();
  };

  function isHeard(command: GridCommand, target: EventTarget | null): boolean {
    const element = target instanceof Element ? target : document.body;
    const scope = readScope(command);
    if (cells.element.contains(element)) {
      // In a header Enter sorts, and in the totals the arrows are the grid's.
      if (scope === 'header') return true;
      return scope !== 'cell' || cells.nameOf(element) !== null;
    }
    // A dialog has the keyboard to itself.
    if (element.closest('[role="dialog"], [role="menu"]') !== null) return false;
    return scope === 'everywhere' || (scope === 'page' && element.closest(fields) === null);
  }

  document.addEventListener('keydown', handle, { capture: true });
  return () => document.removeEventListener('keydown', handle, { capture: true });
}

const fields = 'input, textarea, select, [contenteditable="true"]';
