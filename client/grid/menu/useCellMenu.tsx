import { notifications } from '@mantine/notifications';
import { type MouseEvent, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport } from '#client/sync/ReportContext.tsx';
import { rowKey } from '#client/sync/RowStore.ts';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import type { CommandPlace } from '../commands/CommandPlace.ts';
import type { GridCell } from '../GridCell.ts';
import type { GridCommand } from '../keys/gridKeys.ts';
import type { RowGrid } from '../RowGrid.ts';
import { CellMenu } from './CellMenu.tsx';
import { copyByHand, pasteByHand } from './clipboardByHand.ts';
import type { MenuCommand } from './menuCommands.ts';
import type { Point } from './PointMenu.tsx';

type Options = {
  grid: RefObject<RowGrid | null>;
  onCommand(command: GridCommand, place: CommandPlace): boolean;
};

type Opened = { cell: GridCell; point: Point };

/** The menu of a cell, by the other mouse button, the menu key or Shift+F10. Closed, it leaves the focus in its cell. */
export function useCellMenu({ grid, onCommand }: Options): {
  menu: ReactNode;
  handlers: Pick<CommandHandlers, 'menu'>;
  /** For the element round the grid. */
  around: { onContextMenu(event: MouseEvent): void };
} {
  const { t } = useTranslation('keys');
  const { session } = useReport();
  const [opened, setOpened] = useState<Opened | null>(null);

  const handlers = useMemo<Pick<CommandHandlers, 'menu'>>(
    () => ({
      menu({ cell }) {
        const rect = cell && grid.current?.cellRect(rowKey(cell.row), cell.column);
        if (!cell || !rect) return false;
        setOpened({ cell, point: { x: rect.left + 8, y: rect.bottom } });
        return true;
      },
    }),
    [grid],
  );

  const onContextMenu = (event: MouseEvent) => {
    const current = grid.current;
    const cell = current?.cellAt(event.target) ?? null;
    if (current === null || cell === null) return;
    event.preventDefault();
    setOpened({ cell, point: { x: event.clientX, y: event.clientY } });
  };

  const goBack = () => {
    setOpened(null);
    const cell = grid.current?.focusedCell() ?? null;
    if (cell !== null) grid.current?.move(cell.key, cell.column, 'stay');
  };

  const run = (command: MenuCommand) => {
    goBack();
    if (opened === null) return;
    const cell = document.activeElement ?? document.body;
    if (command === 'paste') {
      pasteByHand(cell).catch(() =>
        // Refused by the person or by the browser, which say no more than that.
        notifications.show({ color: 'yellow', title: t('menu.pasteTitle'), message: t('menu.pasteRefused') }),
      );
    } else if (command === 'copy' || command === 'cut') {
      void copyByHand(cell, command);
    } else {
      onCommand(command, {
        cell: opened.cell,
        header: null,
        code: '',
        readRanges: () => grid.current?.selectedRanges() ?? [],
      });
    }
  };

  return {
    menu: opened !== null && (
      <CellMenu
        key={`${opened.point.x}/${opened.point.y}`}
        point={opened.point}
        isWritable={session.canWrite(opened.cell.row.organisationId).allowed}
        onCommand={run}
        onClose={goBack}
      />
    ),
    handlers,
    around: { onContextMenu },
  };
}
