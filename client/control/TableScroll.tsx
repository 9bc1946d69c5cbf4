import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { moveBetweenNumbers } from './moveBetweenNumbers.ts';
import classes from './table.module.css';

/** Where a wide table scrolls. Can be focused, so that it scrolls by keyboard too; arrows move between its numbers. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      role="group"
      className={classes.scroll}
      aria-label={label}
      tabIndex={0}
      onKeyDown={moveBetweenNumbers}
    >
      {children}
    </Box>
  );
}
