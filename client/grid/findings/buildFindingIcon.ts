import type { FindingSeverity } from '#shared/checks/Finding.ts';

/** The severity by its shape; the words are the cell's description. */
export function buildFindingIcon(severity: FindingSeverity): HTMLElement {
  const icon = document.createElement('span');
  icon.className = `zvit-finding-icon zvit-${severity}`;
  return icon;
}
