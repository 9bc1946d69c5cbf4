import type { FindingSeverity } from '#shared/checks/Finding.ts';
import type { CellFinding } from './CellFinding.ts';

/** The severity by its shape; the words are the cell's description. */
export function buildFindingIcon(severity: FindingSeverity): HTMLElement {
  const icon = document.createElement('span');
  icon.className = `zvit-finding-icon zvit-${severity}`;
  return icon;
}

/** A corner in the severity's colour, and the words for those who hear the cell. */
export function markFinding(cell: HTMLElement, finding: CellFinding | null): void {
  if (finding === null) delete cell.dataset.finding;
  else cell.dataset.finding = finding.severity;
  if (finding === null || finding.text === '') cell.removeAttribute('aria-description');
  else cell.setAttribute('aria-description', finding.text);
}
