import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Door, doorKey } from './Door.ts';
import classes from './RowsPanel.module.css';
import { RowsPanel } from './RowsPanel.tsx';
import { RowsPanelContext } from './RowsPanelContext.tsx';
import { AreTotalsWholeContext, ShownTotalsContext } from './ShownTotals.tsx';
import { useFollowedTotals } from './useFollowedTotals.ts';

/** A page whose numbers open the rows behind them in a panel at the right. Esc closes it, and focus goes back. */
export function RowsPanelLayout({ children }: { children: ReactNode }) {
  const shown = useFollowedTotals();
  const [door, setDoor] = useState<Door | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const toggle = useCallback((next: Door, from: HTMLElement) => {
    opener.current = from;
    setDoor((current) => (current !== null && doorKey(current) === doorKey(next) ? null : next));
  }, []);

  const close = useCallback(() => {
    setDoor(null);
    const target = opener.current?.isConnected ? opener.current : document.getElementById('main');
    target?.focus();
  }, []);

  const isOpen = door !== null;
  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen, close]);

  const control = useMemo(() => ({ door, toggle }), [door, toggle]);
  return (
    <AreTotalsWholeContext value={shown.isWhole}>
      <ShownTotalsContext value={shown.totals}>
        <RowsPanelContext value={control}>
          <div className={classes.layout}>
            <div className={classes.page}>{children}</div>
            {door !== null && <RowsPanel key={doorKey(door)} door={door} onClose={close} />}
          </div>
        </RowsPanelContext>
      </ShownTotalsContext>
    </AreTotalsWholeContext>
  );
}
