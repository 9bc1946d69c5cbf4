import { type ReactNode, useEffect, useRef } from 'react';
import classes from './editors.module.css';
import { usePanelKeys } from './usePanelKeys.ts';

type Props = {
  title: string;
  /** Room for whole texts. */
  isWide?: boolean;
  onBack(): void;
  onEscape(): void;
  children: ReactNode;
};

/** Takes the focus, but no button has it yet: a repeated Enter must decide nothing. */
export function Question({ title, isWide = false, onBack, onEscape, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  usePanelKeys(panel, { onBack, onEscape });
  return (
    <div
      ref={panel}
      className={isWide ? `${classes.problem} ${classes.wide}` : classes.problem}
      role="alertdialog"
      aria-label={title}
      tabIndex={-1}
    >
      <p className={classes.problemTitle}>{title}</p>
      {children}
    </div>
  );
}
