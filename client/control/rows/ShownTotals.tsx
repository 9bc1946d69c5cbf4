import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import { must } from '#shared/must.ts';
import type { Totals } from '#shared/totals/Totals.ts';

/** The totals that a page and its panel show at one moment, so that their numbers agree to the kopiyka. */
export const ShownTotalsContext = createContext<Totals | null>(null);

/** Only inside a RowsPanelLayout; throws elsewhere. */
export function useShownTotals(): Totals {
  return must(useContext(ShownTotalsContext), 'a RowsPanelLayout around this component');
}

/**
 * The report's totals, a next view taken only when the one before is on screen. Under a storm of
 * changes a long page is then drawn as often as it can be, never queues up, and holds up no typing.
 */
export function useFollowedTotals(): Totals {
  const { session } = useReport();
  const [shown, setShown] = useState(() => session.totals.get());

  useEffect(() => {
    const follow = () => startTransition(() => setShown(session.totals.get()));
    if (session.totals.get() !== shown) {
      follow();
      return;
    }
    const stop = session.totals.subscribe(() => {
      stop();
      follow();
    });
    return stop;
  }, [session, shown]);

  return shown;
}
