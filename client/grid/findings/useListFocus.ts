import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Arrows, Home and End move between the buttons of a list. When the one with the focus goes, because
 * what it stood for was mended, the next one gets it.
 */
export function useListFocus<T extends HTMLElement>(): RefObject<T | null> {
  const list = useRef<T>(null);
  const place = useRef(-1);

  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const readButtons = (): (Element | null)[] => [...element.querySelectorAll('button')];
    const handleKey = (event: KeyboardEvent) => {
      const buttons = readButtons();
      const at = buttons.indexOf(document.activeElement);
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.code];
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      element.querySelectorAll('button')[Math.min(buttons.length - 1, Math.max(0, next))]?.focus();
    };
    const remember = () => {
      place.current = readButtons().indexOf(document.activeElement);
    };
    const forget = (event: FocusEvent) => {
      // An element that is taken off the page loses the focus to nothing.
      if (event.relatedTarget !== null) place.current = -1;
    };
    element.addEventListener('keydown', handleKey);
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    return () => {
      element.removeEventListener('keydown', handleKey);
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
    };
  }, []);

  useLayoutEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[Math.min(place.current, buttons.length - 1)]?.focus();
  });

  return list;
}
