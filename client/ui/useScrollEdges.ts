import { type RefObject, useEffect } from 'react';

/**
 * Marks a scrolling box with `data-more` (`left`, `right`, both or none): on which sides something is
 * hidden, for a style that shows so. Written to the element itself, as a scroll is no news to React.
 */
export function useScrollEdges(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const note = () => {
      const hidden = element.scrollWidth - element.clientWidth;
      const sides = [
        ...(element.scrollLeft > 1 ? ['left'] : []),
        ...(element.scrollLeft < hidden - 1 ? ['right'] : []),
      ];
      element.dataset.more = sides.join(' ');
    };
    // The table inside grows as its numbers do, the box with the window.
    const observer = new ResizeObserver(note);
    for (const observed of [element, ...element.children]) observer.observe(observed);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, [box]);
}
