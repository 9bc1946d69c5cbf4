import { type RefObject, useEffect, useRef } from 'react';

/** Arrows go from card to card: `onMove` is given the row one is on, and 1 or −1. */
export function useCardKeys(
  scroll: RefObject<HTMLElement | null>,
  onMove: (row: string, step: number) => void,
): void {
  const latest = useRef(onMove);
  latest.current = onMove;
  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const handle = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      const row = card?.dataset.row;
      if (step === undefined || row === undefined) return;
      event.preventDefault();
      latest.current(row, step);
    };
    element.addEventListener('keydown', handle);
    return () => element.removeEventListener('keydown', handle);
  }, [scroll]);
}
