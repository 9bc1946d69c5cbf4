import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { dropUnfinishedDraft } from './unfinishedDraft.ts';

type Options = {
  box: RefObject<HTMLElement | null>;
  layout: 'cell' | 'form';
  /** Whether something typed stands only here. */
  isUnsaved(): boolean;
  /** Tries to finish; false keeps the editor open. */
  tryLeave(): boolean;
  /** The page takes the editor away while it is open. */
  onTakenAway(): void;
  /** The whole page is going, and with it what is unsaved. */
  onPageHide(): void;
};

const leaveEvent = 'zvit-leave';

/** Asks an open editor to finish, as a click elsewhere does. False when it cannot, and stays open. */
export function leaveEditor(): boolean {
  return document.dispatchEvent(new Event(leaveEvent, { cancelable: true }));
}

/**
 * A click elsewhere finishes the editing. When it cannot be finished, the click is held back whole and
 * the focus stays with what was typed. The browser asks before the page is left with something unsaved.
 */
export function useLeaving({ box, layout, ...handlers }: Options): void {
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    const handle = (event: Event) => {
      if (!latest.current.tryLeave()) event.preventDefault();
    };
    document.addEventListener(leaveEvent, handle);
    return () => document.removeEventListener(leaveEvent, handle);
  }, []);

  useEffect(() => {
    let isHeld = false;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (event: MouseEvent) => {
      isHeld = false;
      if (!(event.target instanceof Node) || box.current?.contains(event.target)) return;
      if (latest.current.tryLeave()) return;
      isHeld = true;
      hold(event);
      const field = box.current?.querySelector<HTMLElement>('input, textarea');
      if (!box.current?.contains(document.activeElement)) field?.focus();
    };
    // In a form what is below moves up when the editor closes: only when the click has found its target.
    const handleDown = (event: MouseEvent) => {
      if (layout === 'cell') leave(event);
    };
    const handleClick = (event: MouseEvent) => {
      if (layout === 'form') leave(event);
      else if (isHeld) hold(event);
      isHeld = false;
    };
    const handleUnload = (event: BeforeUnloadEvent) => {
      if (latest.current.isUnsaved()) event.preventDefault();
    };
    const handleHide = () => {
      if (latest.current.isUnsaved()) latest.current.onPageHide();
    };
    document.addEventListener('mousedown', handleDown, { capture: true });
    document.addEventListener('click', handleClick, { capture: true });
    window.addEventListener('beforeunload', handleUnload);
    window.addEventListener('pagehide', handleHide);
    // Brought back from where the browser keeps pages: nothing was lost.
    window.addEventListener('pageshow', dropUnfinishedDraft);
    return () => {
      document.removeEventListener('mousedown', handleDown, { capture: true });
      document.removeEventListener('click', handleClick, { capture: true });
      window.removeEventListener('beforeunload', handleUnload);
      window.removeEventListener('pagehide', handleHide);
      window.removeEventListener('pageshow', dropUnfinishedDraft);
    };
  }, [box, layout]);

  // Before effects end, and with them the report's session: it has to take the text yet.
  useLayoutEffect(() => () => latest.current.onTakenAway(), []);
}
