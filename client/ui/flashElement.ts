const running = new WeakMap<HTMLElement, Animation>();

/**
 * Lets what has changed light up softly; not for people who asked for less motion. A number that
 * changes many times a second lights up once, not always.
 */
export function flashElement(element: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  if (running.get(element)?.playState === 'running') return;
  running.set(
    element,
    element.animate(
      [{ backgroundColor: 'var(--mantine-primary-color-light-hover)' }, { backgroundColor: 'transparent' }],
      { duration: 1_200, easing: 'ease-out' },
    ),
  );
}
