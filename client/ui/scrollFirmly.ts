/** Frames in which what comes into sight on the way is laid out, and pushes the place away. */
const frames = 6;

/** Scrolls to a place behind much that was never in sight: its height was guessed until then. */
export function scrollFirmly(scroll: () => void, left: number = frames): void {
  scroll();
  if (left > 0) requestAnimationFrame(() => scrollFirmly(scroll, left - 1));
}
