import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import classes from './RowsPanel.module.css';
import { RowsPanel } from './RowsPanel.tsx';
import { isSameSelection, RowsPanelContext } from './RowsPanelContext.tsx';
import { AreTotalsWholeContext, ShownTotalsContext } from './ShownTotals.tsx';
import { useFollowedTotals } from './useFollowedTotals.ts';

/** A page whose numbers open the rows behind them in a panel at the right. Esc closes it, and focus goes back. */
export function RowsPanelLayout({ children }: { children: ReactNode }) {
  const shown = useFollowedTotals();
  const [selection, setSelection] = useState<TotalSelection | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const toggle = useCallback((next: TotalSelection, from: HTMLElement) => {
    opener.current = from;
    setSelection((current) => (current !== null && isSameSelection(current, next) ? null : next));
  }, []);

  const close = useCallback(() => {
    setSelection(null);
    const target = opener.current?.isConnected ? opener.current : document.getElementById('main');
    target?.focus();
  }, []);

  const isOpen = selection !== null;
  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen, close]);

  const control = useMemo(() => ({ selection, toggle }), [selection, toggle]);
  return (
    <AreTotalsWholeContext value={shown.isWhole}>
      <ShownTotalsContext value={shown.totals}>
        <RowsPanelContext value={control}>
          <div className={classes.layout}>
            <div className={classes.page}>{children}</div>
            {selection !== null && (
              <RowsPanel key={JSON.stringify(selection)} selection={selection} onClose={close} />
            )}
          </div>
        </RowsPanelContext>
      </ShownTotalsContext>
    </AreTotalsWholeContext>
  );
}
