/** Placeholder until the page is written. */
export function ControlPage() {
  return null;
}
