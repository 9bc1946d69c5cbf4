import { useReducedMotion } from '@mantine/hooks';
import { type RefObject, useEffect, useRef } from 'react';
import { useAreTotalsWhole } from './rows/ShownTotals.tsx';

/**
 * Lets an element light up softly, once, when the value it shows changes. Not while the report is
 * still loading, and not for people who asked for less motion.
 */
export function useFlash<T extends HTMLElement>(value: string): RefObject<T | null> {
  const element = useRef<T>(null);
  const shown = useRef(value);
  const flash = useRef<Animation>(undefined);
  const isWhole = useAreTotalsWhole();
  const wasWhole = useRef(isWhole);
  const isReduced = useReducedMotion();

  useEffect(() => {
    // From a part of the rows to all of them is no change of a total.
    const isCounted = wasWhole.current;
    wasWhole.current = isWhole;
    if (shown.current === value) return;
    shown.current = value;
    // A number that changes many times a second lights up once, not always.
    if (!isCounted || isReduced || flash.current?.playState === 'running') return;
    flash.current = element.current?.animate(
      [{ backgroundColor: 'var(--mantine-primary-color-light-hover)' }, { backgroundColor: 'transparent' }],
      { duration: 1_200, easing: 'ease-out' },
    );
  }, [value, isWhole, isReduced]);

  return element;
}
