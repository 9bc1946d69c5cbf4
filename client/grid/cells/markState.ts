import type { CellFinding } from '../findings/CellFinding.ts';

/**
 * What is the matter with a cell, for those who hear it when they come there: why it cannot be changed,
 * what the checks say, what changed since acceptance, and that somebody commented on it. All but the first are also its look. Nothing is read aloud when it changes.
 */
export function markState(
  cell: HTMLElement,
  {
    lock,
    finding,
    change,
    comment,
  }: { lock: string | null; finding: CellFinding | null; change: string | null; comment: string | null },
): void {
  set(cell, 'data-finding', finding?.severity ?? '');
  set(cell, 'data-changed', change === null ? '' : 'true');
  set(cell, 'data-comment', comment === null ? '' : 'true');
  set(cell, 'title', [change ?? '', comment ?? ''].filter((text) => text !== '').join('\n'));
  set(cell, 'aria-readonly', lock === null ? '' : 'true');
  set(
    cell,
    'aria-description',
    [lock ?? '', finding?.text ?? '', change ?? '', comment ?? ''].filter((text) => text !== '').join('\n'),
  );
}

/** Only what differs: a cell is drawn often, and its state is mostly the same. */
function set(cell: HTMLElement, attribute: string, value: string): void {
  if ((cell.getAttribute(attribute) ?? '') === value) return;
  if (value === '') cell.removeAttribute(attribute);
  else cell.setAttribute(attribute, value);
}
