import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { isSafeLink } from '#shared/report/isSafeLink.ts';
import { type Cell, formatUnreadable } from '../tables/Cell.ts';
import { formatPrintedCell } from '../tables/formatPrintedCell.ts';
import { type Html, html, nothing } from './html.ts';

/** A cell as people read it; a text that is an address leads there. */
export function writeCell(cell: Cell, unit: ReportUnit): Html {
  if (cell.type === 'empty') return nothing;
  if (cell.type === 'text') return writeTextCell(cell.text);
  if (cell.type === 'unreadable') return html`<mark>${formatUnreadable(cell.raw)}</mark>`;
  return html`${formatPrintedCell(cell, unit)}`;
}

function writeTextCell(text: string): Html {
  const isAddress = /^https?:\/\/\S+$/.test(text) && isSafeLink(text);
  return isAddress ? html`<a href="${text}" rel="noopener noreferrer">${text}</a>` : html`${text}`;
}
