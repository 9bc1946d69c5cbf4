import { formatCount } from '#shared/language/nouns.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import { formatPercent } from '#shared/money/ratio.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { type Cell, formatUnreadable } from '../tables/Cell.ts';
import { stripForbidden } from '../tables/stripForbidden.ts';

/** A cell as it stands in a printed table, whose headers name the units. */
export function printCell(cell: Cell, unit: ReportUnit): string {
  switch (cell.type) {
    case 'empty':
      return '';
    case 'text':
    case 'code':
      return stripForbidden(cell.text);
    case 'unreadable':
      return stripForbidden(formatUnreadable(cell.raw));
    case 'number':
      return formatCount(cell.value);
    case 'money':
      return formatInUnit(cell.minor, unit);
    case 'percent':
      return formatPercent(cell.tenths);
    case 'period':
      return formatPeriod(cell.period, 'uk');
    case 'choice':
      return cell.label;
  }
}
