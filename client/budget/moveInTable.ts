import type { KeyboardEvent } from 'react';

/** Goes from a cell to the one below or above it in its column, if there is one. */
export function moveInTable(event: KeyboardEvent<HTMLInputElement>): void {
  const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  const isDown = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  if ((!isUp && !isDown) || event.altKey || event.ctrlKey || event.metaKey) return;
  // The list of choices that the browser has opened under the cell takes its own keys first.
  event.preventDefault();
  const { column } = event.currentTarget.dataset;
  const row = event.currentTarget.closest('tr');
  const next = isUp ? row?.previousElementSibling : row?.nextElementSibling;
  next?.querySelector<HTMLInputElement>(`input[data-column="${column}"]`)?.focus();
}
