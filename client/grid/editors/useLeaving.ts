import { type RefObject, useEffect, useRef } from 'react';

type Options = {
  box: RefObject<HTMLElement | null>;
  /** Tries to finish; false keeps the editor open. */
  tryLeave(): boolean;
  /** The page takes the editor away while it is open. */
  onTakenAway(): void;
};

const leaveEvent = 'zvit-leave';

/** Asks an open editor to finish, as a click elsewhere does. False when it cannot, and stays open. */
export function leaveEditor(): boolean {
  return document.dispatchEvent(new Event(leaveEvent, { cancelable: true }));
}

/**
 * A click elsewhere finishes the editing. When it cannot be finished, the click is held back and the
 * focus stays with what was typed.
 */
export function useLeaving({ box, tryLeave, onTakenAway }: Options): void {
  const latest = useRef({ tryLeave, onTakenAway });
  latest.current = { tryLeave, onTakenAway };

  useEffect(() => {
    const handle = (event: Event) => {
      if (!latest.current.tryLeave()) event.preventDefault();
    };
    document.addEventListener(leaveEvent, handle);
    return () => document.removeEventListener(leaveEvent, handle);
  }, []);

  useEffect(() => {
    const handle = (event: MouseEvent) => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target)) return;
      if (latest.current.tryLeave()) return;
      event.preventDefault();
      event.stopPropagation();
      const input = box.current?.querySelector<HTMLElement>('input, textarea');
      if (!box.current?.contains(document.activeElement)) input?.focus();
    };
    document.addEventListener('mousedown', handle, { capture: true });
    return () => document.removeEventListener('mousedown', handle, { capture: true });
  }, [box]);

  useEffect(() => () => latest.current.onTakenAway(), []);
}
