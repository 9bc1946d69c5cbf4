import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below those in sight, so that scrolling shows no gaps. */
const spare = 8;

/** Which of many rows of one height are in sight of a scrolled element. */
export function useWindowedRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { from: number; to: number } {
  const [range, setRange] = useState({ from: 0, to: 40 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setRange((previous) => (previous.from === from && previous.to === to ? previous : { from, to }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);
  const from = Math.min(range.from, Math.max(0, count - 1));
  return { from, to: Math.min(count, Math.max(range.to, from)) };
}
