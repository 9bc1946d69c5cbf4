import { formatCount } from '#shared/language/nouns.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { Cell } from './Cell.ts';

export type PrintedCell = Exclude<Cell, { type: 'empty' | 'text' | 'unreadable' }>;

/** A value that is not free text, as the document prints it. */
export function formatPrintedCell(cell: PrintedCell, unit: ReportUnit): string {
  switch (cell.type) {
    case 'code':
      return cell.text;
    case 'number':
      return formatCount(cell.value);
    case 'money':
      return formatInUnit(cell.minor, unit);
    case 'percent':
      return `${formatCount(cell.tenths / 10)}\u00A0%`;
    case 'period':
      return formatPeriod(cell.period, 'uk');
    case 'choice':
      return cell.label;
  }
}
