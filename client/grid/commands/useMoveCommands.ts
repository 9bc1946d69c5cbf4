import { type RefObject, useMemo } from 'react';
import type { RowGrid } from '../RowGrid.ts';
import type { Direction, Reach } from '../selection/computeTarget.ts';
import type { CommandHandler, CommandHandlers } from './CommandHandlers.ts';

type MoveCommand =
  | 'move'
  | 'moveToEdge'
  | 'moveInRow'
  | 'moveInTable'
  | 'movePage'
  | 'goDown'
  | 'goUp'
  | 'goRight'
  | 'goLeft'
  | 'extend'
  | 'extendToEdge'
  | 'extendInRow'
  | 'extendInTable'
  | 'extendPage'
  | 'selectAll'
  | 'selectRows'
  | 'selectColumns';

const directions: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'left',
  End: 'right',
  PageUp: 'up',
  PageDown: 'down',
};

/** Moving the focus and selecting, by keys. */
export function useMoveCommands(grid: RefObject<RowGrid | null>): Pick<CommandHandlers, MoveCommand> {
  return useMemo(() => {
    const mover = () => grid.current?.hands.mover;
    const step =
      (reach: Reach): CommandHandler =>
      ({ code }) =>
        mover()?.step(directions[code] ?? 'down', reach) ?? false;
    const extend =
      (reach: Reach): CommandHandler =>
      ({ code }) => {
        mover()?.extend(directions[code] ?? 'down', reach);
        return true;
      };
    const go =
      (direction: Direction): CommandHandler =>
      () =>
        mover()?.advance(direction) ?? false;
    const select =
      (extent: 'all' | 'rows' | 'columns'): CommandHandler =>
      () => {
        mover()?.select(extent);
        return true;
      };
    return {
      move: step('cell'),
      moveToEdge: step('edge'),
      moveInRow: step('row'),
      moveInTable: step('table'),
      movePage: step('page'),
      goDown: go('down'),
      goUp: go('up'),
      goRight: go('right'),
      goLeft: go('left'),
      extend: extend('cell'),
      extendToEdge: extend('edge'),
      extendInRow: extend('row'),
      extendInTable: extend('table'),
      extendPage: extend('page'),
      selectAll: select('all'),
      selectRows: select('rows'),
      selectColumns: select('columns'),
    };
  }, [grid]);
}
