/** Hears Escape before the table's keys do, for which it would be a step back as well. Returns what ends it. */
export function listenToEscape(onEscape: () => void): () => void {
  const handle = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  };
  addEventListener('keydown', handle, { capture: true });
  return () => removeEventListener('keydown', handle, { capture: true });
}
