import { Box } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useScrollEdges } from '#client/ui/useScrollEdges.ts';
import { moveBetweenNumbers } from './moveBetweenNumbers.ts';
import classes from './table.module.css';

type Props = { label: string; className?: string | undefined; children: ReactNode };

/** Where a wide table scrolls. Can be focused, so that it scrolls by keyboard too; arrows move between its numbers. */
export function TableScroll({ label, className = '', children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useScrollEdges(box);
  return (
    <Box
      ref={box}
      role="group"
      className={`${classes.scroll} ${className}`}
      aria-label={label}
      tabIndex={0}
      onKeyDown={moveBetweenNumbers}
    >
      {children}
    </Box>
  );
}
