import { useCallback, useRef, useState } from 'react';
import type { FigureMenuState } from './figureMenu.ts';

/** The list that «/» opens: what it shows, which of it is active, and the keys that move there. */
export function useFigureMenu() {
  const [state, setState] = useState<FigureMenuState | null>(null);
  const [active, setActive] = useState(0);
  // Keys come faster than the page is drawn.
  const now = useRef({ state, active: 0 });

  const show = useCallback((next: FigureMenuState | null) => {
    now.current = { state: next, active: 0 };
    setState(next);
    setActive(0);
  }, []);

  const handleKey = useCallback((event: KeyboardEvent): boolean => {
    const { state: open, active: at } = now.current;
    if (open === null) return false;
    // The last one is «Інше число…».
    const count = open.choices.length + 1;
    switch (event.code) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const next = (at + (event.code === 'ArrowDown' ? 1 : count - 1)) % count;
        now.current.active = next;
        setActive(next);
        return true;
      }
      case 'Enter':
      case 'NumpadEnter':
      case 'Tab':
        open.choose(open.choices[at] ?? null);
        return true;
      default:
        return false;
    }
  }, []);

  return { state, active, show, handleKey };
}
