import { useEffect, useState } from 'react';
import { useFigureFeed } from '#client/report/figures/FigureContext.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import type { TextFinding } from '#shared/checks/text/TextFinding.ts';
import { isEmptyNarrative, readNarrative } from '#shared/narrative/readNarrative.ts';
import { buildWrittenModel } from '#shared/report/buildWrittenModel.ts';
import { listFigures } from '#shared/report/listFigures.ts';

/** Long enough that nobody is told about a number that they are still typing. */
const quietMs = 700;
/** While others never stop, the list still follows. */
const longestMs = 3_000;

/** What the checks say about the text as it stands; null until all of it is here. */
export function useTextFindings(): readonly TextFinding[] | null {
  const { session, structure } = useReport();
  const feed = useFigureFeed();
  const [findings, setFindings] = useState<readonly TextFinding[] | null>(null);

  useEffect(() => {
    const views = structure.directions.map(({ id }) => ({ id, view: session.narrative(id) }));
    let quiet: ReturnType<typeof setTimeout> | null = null;
    let longest: ReturnType<typeof setTimeout> | null = null;

    function check(): void {
      stopTimers();
      if (!feed.isWhole() || !views.every(({ view }) => view.get().isLoaded)) return;
      const read = views.map(({ id, view }) => [id, readNarrative(view.get().doc)] as const);
      const narratives = new Map(read.filter(([, narrative]) => !isEmptyNarrative(narrative)));
      const model = buildWrittenModel(structure, session.totals.get(), narratives, feed);
      feed.retain(model.directions.flatMap(({ text }) => listFigures(text).map(({ spec }) => spec)));
      setFindings(findTextFindings(model));
    }

    function stopTimers(): void {
      if (quiet !== null) clearTimeout(quiet);
      if (longest !== null) clearTimeout(longest);
      quiet = null;
      longest = null;
    }

    function checkSoon(): void {
      if (quiet !== null) clearTimeout(quiet);
      quiet = setTimeout(check, quietMs);
      longest ??= setTimeout(check, longestMs);
    }

    const stops = views.map(({ view }) => {
      let { doc } = view.get();
      doc.on('update', checkSoon);
      const stop = view.subscribe(() => {
        doc.off('update', checkSoon);
        ({ doc } = view.get());
        doc.on('update', checkSoon);
        checkSoon();
      });
      return () => {
        stop();
        doc.off('update', checkSoon);
      };
    });
    stops.push(feed.subscribe(checkSoon));
    check();
    return () => {
      stopTimers();
      for (const stop of stops) stop();
    };
  }, [session, structure, feed]);

  return findings;
}
