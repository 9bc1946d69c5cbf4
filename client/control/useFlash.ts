import { type RefObject, useEffect, useRef } from 'react';
import { flashElement } from '#client/ui/flashElement.ts';
import { useAreTotalsWhole } from './rows/ShownTotals.tsx';

/** Lets an element light up softly when the value it shows changes, not while the report is still loading. */
export function useFlash<T extends HTMLElement>(value: string): RefObject<T | null> {
  const element = useRef<T>(null);
  const shown = useRef(value);
  const isWhole = useAreTotalsWhole();
  const wasWhole = useRef(isWhole);

  useEffect(() => {
    // From a part of the rows to all of them is no change of a total.
    const isCounted = wasWhole.current;
    wasWhole.current = isWhole;
    if (shown.current === value) return;
    shown.current = value;
    if (isCounted && element.current !== null) flashElement(element.current);
  }, [value, isWhole]);

  return element;
}
