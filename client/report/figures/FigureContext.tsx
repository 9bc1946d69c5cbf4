import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { createFigureFeed, type FigureFeed } from '#client/sync/FigureFeed.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { must } from '#shared/must.ts';

const FigureContext = createContext<FigureFeed | null>(null);

/** The figures of the report's text, for as long as the page is there. */
export function FigureProvider({ children }: { children: ReactNode }) {
  const { structure, rows, session } = useReport();
  const [feed, setFeed] = useState<FigureFeed | null>(null);
  // A changed structure is taken over below: a feed of its own would count every figure anew.
  const first = useRef(structure);
  useEffect(() => {
    const opened = createFigureFeed(first.current, rows, session.isLoaded);
    setFeed(opened);
    return () => opened.stop();
  }, [rows, session]);
  useEffect(() => feed?.setStructure(structure), [feed, structure]);
  return feed === null ? null : <FigureContext value={feed}>{children}</FigureContext>;
}

/** Only inside a FigureProvider; throws elsewhere. */
export function useFigureFeed(): FigureFeed {
  return must(useContext(FigureContext), 'a FigureProvider around this component');
}
