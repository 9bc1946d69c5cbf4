import { type RefObject, useEffect, useRef } from 'react';

type Handlers = {
  /** Up from the first button. */
  onBack(): void;
  onEscape(): void;
};

/** Arrows move between a panel's buttons, and Esc steps back. */
export function usePanelKeys(panel: RefObject<HTMLElement | null>, handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const handle = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.code];
      if (event.code !== 'Escape' && step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (step === undefined) {
        latest.current.onEscape();
        return;
      }
      const buttons = [...element.querySelectorAll('button')];
      const place = buttons.findIndex((button) => button.contains(document.activeElement));
      if (place < 0 && step < 0) return;
      if (place + step < 0) latest.current.onBack();
      else buttons[Math.min(buttons.length - 1, place + step)]?.focus();
    };
    element.addEventListener('keydown', handle);
    return () => element.removeEventListener('keydown', handle);
  }, [panel]);
}
