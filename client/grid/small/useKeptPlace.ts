import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { RowKey } from '#client/sync/RowStore.ts';
import type { ListItem } from './RowList.ts';

type Options = {
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  scroll: RefObject<HTMLDivElement | null>;
  items: readonly ListItem[];
  /** The row to begin at. */
  start: RowKey | null;
};

/**
 * Keeps the row on top of what is seen there when the cards get another width, as by turning a phone: all
 * of them are then of another height. Begins at the row given, once.
 */
export function useKeptPlace({ virtualizer, scroll, items, start }: Options): void {
  const latest = useRef({ virtualizer, items });
  latest.current = { virtualizer, items };

  useEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      const { virtualizer: list } = latest.current;
      const top = list.range?.startIndex ?? 0;
      list.measure();
      list.scrollToIndex(top, { align: 'start' });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroll]);

  const isStarted = useRef(start === null);
  useEffect(() => {
    if (isStarted.current) return;
    const index = items.findIndex((item) => item.kind === 'row' && item.key === start);
    if (index < 0) return;
    isStarted.current = true;
    virtualizer.scrollToIndex(index, { align: 'start' });
  }, [virtualizer, items, start]);
}
