import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './menu.module.css';

/** In viewport coordinates. */
export type Point = { x: number; y: number };

type Props = { point: Point; label: string; onClose(): void; children: ReactNode };

/** A menu that opens at a point of the page, as by the other mouse button. Who opens it puts the focus back. */
export function PointMenu({ point, label, onClose, children }: Props) {
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      returnFocus={false}
      // Near an edge it moves over the point rather than out of the window.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      transitionProps={{ duration: 0 }}
      width={300}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          className={classes.point}
          style={{ left: point.x, top: point.y }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} className={classes.dropdown ?? ''}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
