import { type MouseEvent, type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import { numberColumn } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import type { Point } from '../menu/PointMenu.tsx';
import type { RowGrid } from '../RowGrid.ts';
import { type ColumnAction, HeaderMenu } from './HeaderMenu.tsx';

type Options = { grid: RefObject<RowGrid | null>; words: Pick<GridWords, 'anyColumnTitle'> };

/** Pixels of one step wider or narrower. */
const widthStep = 20;

/**
 * The menu of a column, by the other mouse button, the button in the header, Alt+↓ or Shift+F10; and the
 * keys that move and widen a column. Closed, it leaves the focus in the header.
 */
export function useHeaderMenu({ grid, words }: Options): {
  menu: ReactNode;
  handlers: Pick<CommandHandlers, 'columnMenu' | 'moveColumn' | 'resizeColumn'>;
  /** For the element round the grid. */
  around: { onContextMenu(event: MouseEvent): void; onClickCapture(event: MouseEvent): void };
} {
  const { t } = useTranslation('columns');
  const [opened, setOpened] = useState<{ column: string; point: Point } | null>(null);
  /** What a key or the menu has done, for those who do not see it. */
  const [said, setSaid] = useState('');

  const act = useCallback(
    (column: string, action: ColumnAction) => {
      const current = grid.current;
      if (current === null) return;
      const { layout } = current;
      const next = current.hands.cells.columns();
      const say = (key: 'place' | 'width') =>
        setSaid(t(`said.${key}`, { column: words.anyColumnTitle(column), ...layout.describe(column) }));
      switch (action) {
        case 'freeze':
          return layout.freeze(column);
        case 'unfreeze':
          return layout.freeze(null);
        case 'hide': {
          const index = next.indexOf(column);
          if (layout.setHidden(column, true))
            current.hands.cells.focusHeader(next[index + 1] ?? next[index - 1] ?? numberColumn);
          return;
        }
        case 'moveLeft':
        case 'moveRight':
          layout.move(column, action === 'moveLeft' ? -1 : 1);
          return say('place');
        case 'wider':
        case 'narrower':
          layout.resize(column, action === 'wider' ? widthStep : -widthStep);
          return say('width');
        case 'fit':
          layout.fit(column);
          return say('width');
        case 'reset':
          return layout.reset();
      }
    },
    [grid, words, t],
  );

  const open = useCallback(
    (column: string, at?: Point) => {
      const rect = grid.current?.hands.cells.findHeader(column)?.getBoundingClientRect();
      if (rect !== undefined) setOpened({ column, point: at ?? { x: rect.left + 8, y: rect.bottom } });
    },
    [grid],
  );

  const handlers = useMemo<Pick<CommandHandlers, 'columnMenu' | 'moveColumn' | 'resizeColumn'>>(() => {
    const actOn =
      (left: ColumnAction, right: ColumnAction): CommandHandlers['moveColumn'] =>
      ({ header, code }) => {
        if (header === null || header === numberColumn) return false;
        act(header, code === 'ArrowLeft' ? left : right);
        grid.current?.hands.cells.focusHeader(header);
        return true;
      };
    return {
      columnMenu({ header }) {
        if (header !== null) open(header);
        return header !== null;
      },
      moveColumn: actOn('moveLeft', 'moveRight'),
      resizeColumn: actOn('narrower', 'wider'),
    };
  }, [grid, act, open]);

  const around = {
    onContextMenu(event: MouseEvent) {
      const column = grid.current?.hands.cells.headerOf(event.target) ?? null;
      if (column === null) return;
      event.preventDefault();
      open(column, { x: event.clientX, y: event.clientY });
    },
    onClickCapture(event: MouseEvent) {
      const column = grid.current?.hands.cells.headerOf(event.target) ?? null;
      if (column === null || !isMenuButton(event.target)) return;
      // The header would sort by it.
      event.stopPropagation();
      open(column);
    },
  };

  const close = () => {
    setOpened(null);
    const cells = grid.current?.hands.cells;
    // One that is hidden has left the focus in the next.
    if (opened !== null && cells?.findHeader(opened.column)) cells.focusHeader(opened.column);
  };
  const layout = grid.current?.layout;
  const place = opened === null ? undefined : layout?.describe(opened.column);

  return {
    menu: (
      <>
        <div role="status" className="visually-hidden">
          {said}
        </div>
        {opened !== null && place !== undefined && (
          <HeaderMenu
            key={`${opened.point.x}/${opened.point.y}`}
            point={opened.point}
            title={words.anyColumnTitle(opened.column)}
            place={opened.column === numberColumn ? null : place}
            isSorted={place.isSorted}
            isAnyFrozen={place.isAnyFrozen}
            onSort={(sort) => {
              close();
              layout?.sortBy(opened.column, sort);
            }}
            onAction={(action) => act(opened.column, action)}
            onClose={close}
          />
        )}
      </>
    ),
    handlers,
    around,
  };
}

function isMenuButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.zvit-header-button') !== null;
}
