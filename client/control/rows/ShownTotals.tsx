import { createContext, startTransition, useContext, useEffect, useState } from 'react';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import { must } from '#shared/must.ts';
import type { Totals } from '#shared/totals/Totals.ts';

/** What a page and its panel show at one moment, so that their numbers agree to the kopiyka. */
export type ShownTotals = {
  totals: Totals;
  /** False while rows were still arriving. */
  isWhole: boolean;
};

export const ShownTotalsContext = createContext<Totals | null>(null);
/** Apart from the totals: hundreds of numbers listen to it, and must not be drawn with each change. */
export const AreTotalsWholeContext = createContext(false);

/** Only inside a RowsPanelLayout; throws elsewhere. */
export function useShownTotals(): Totals {
  return must(useContext(ShownTotalsContext), 'a RowsPanelLayout around this component');
}

/** Whether the totals now shown were whole: until then a number grows, and has not changed. */
export function useAreTotalsWhole(): boolean {
  return useContext(AreTotalsWholeContext);
}

function readShown(session: ReportSession): ShownTotals {
  return { totals: session.totals.get(), isWhole: session.isLoaded.get() };
}

/**
 * The report's totals, a next view taken only when the one before is on screen. Under a storm of
 * changes a long page is then drawn as often as it can be, never queues up, and holds up no typing.
 */
export function useFollowedTotals(): ShownTotals {
  const { session } = useReport();
  const [shown, setShown] = useState(() => readShown(session));

  useEffect(() => {
    const follow = () => startTransition(() => setShown(readShown(session)));
    const now = readShown(session);
    if (now.totals !== shown.totals || now.isWhole !== shown.isWhole) {
      follow();
      return;
    }
    const stops = [session.totals, session.isLoaded].map((signal) =>
      signal.subscribe(() => {
        for (const stop of stops) stop();
        follow();
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, shown]);

  return shown;
}
