import { startTransition, useEffect, useState } from 'react';
import { peekFirstTotals, takeFirstTotals } from '#client/api/firstTotals.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ReportSession } from '#client/sync/ReportSession.ts';
import type { ReportId } from '#shared/model/ids.ts';
import type { Totals } from '#shared/totals/Totals.ts';
import type { ShownTotals } from './ShownTotals.tsx';

/**
 * The report's totals, a next view taken only when the one before is on screen. Under a storm of
 * changes a long page is then drawn as often as it can be, never queues up, and holds up no typing.
 * Until all rows are here they are those that the server has counted.
 */
export function useFollowedTotals(): ShownTotals {
  const { session, structure } = useReport();
  const first = useFirstTotals(session, structure.report.id);
  const [shown, setShown] = useState(() => readShown(session, first));

  useEffect(() => {
    const follow = () => startTransition(() => setShown(readShown(session, first)));
    const now = readShown(session, first);
    if (now.isWhole && !shown.isWhole) {
      // Arriving rows would put off a transition until the last of them is here.
      setShown(now);
      return;
    }
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
  }, [session, first, shown]);

  return shown;
}

function readShown(session: ReportSession, first: Totals | null): ShownTotals {
  const isLoaded = session.isLoaded.get();
  const totals = isLoaded ? session.totals.get() : (first ?? session.totals.get());
  return { totals, isWhole: isLoaded || first !== null };
}

function useFirstTotals(session: ReportSession, reportId: ReportId): Totals | null {
  const [first, setFirst] = useState(() => peekFirstTotals(reportId));
  useEffect(() => {
    if (session.isLoaded.get()) return;
    let isGone = false;
    takeFirstTotals(reportId).then(
      (totals) => {
        if (!isGone) setFirst(totals);
      },
      // Without them the numbers grow as rows arrive, and the page says so.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [session, reportId]);
  return first;
}
