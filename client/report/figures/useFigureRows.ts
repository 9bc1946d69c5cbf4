import { useEffect, useState } from 'react';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { Row } from '#shared/model/rows.ts';
import { useFigureFeed } from './FigureContext.tsx';

/** Under a storm of changes a list is read a few times a second, and the page stays free. */
const followMs = 300;

/** The rows behind a figure, live, in the order of the report. */
export function useFigureRows(spec: FigureSpec | null): readonly Row[] {
  const feed = useFigureFeed();
  const [shown, setShown] = useState<{ spec: FigureSpec | null; rows: readonly Row[] } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      const rows = feed.rowsBehind(spec);
      setShown((current) =>
        current?.spec === spec && isSame(current.rows, rows) ? current : { spec, rows },
      );
    };
    read();
    const stop = feed.subscribe(() => {
      timer ??= setTimeout(read, followMs);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [feed, spec]);
  return shown?.spec === spec ? shown.rows : feed.rowsBehind(spec);
}

/** A row that changes is another object. */
function isSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
