import type { CsvFlavour } from '#shared/export/ExportFile.ts';
import { formatPeriod } from '#shared/language/periodText.ts';
import { type Period, periodBounds } from '#shared/model/period.ts';
import { formatDecimalComma, formatPlainDecimal } from '#shared/money/formatMoney.ts';
import { defuseText } from '#shared/report/defuseText.ts';
import { type Cell, formatUnreadable } from '../tables/Cell.ts';

/** A cell as the text of a CSV field, before quoting. Only texts are defused: a number stays a number. */
export function formatCell(cell: Cell, flavour: CsvFlavour): string {
  switch (cell.type) {
    case 'empty':
      return '';
    case 'text':
      return formatText(cell.text, flavour);
    case 'unreadable':
      return formatText(formatUnreadable(cell.raw), flavour);
    case 'code':
      return formatText(cell.text, flavour);
    case 'number':
      return formatNumber(cell.value, flavour);
    case 'money':
      return flavour === 'excel' ? formatDecimalComma(cell.minor) : formatPlainDecimal(cell.minor);
    case 'percent':
      return formatNumber(cell.tenths / 10, flavour);
    case 'period':
      return flavour === 'excel' ? formatPeriodForExcel(cell.period) : cell.period;
    case 'choice':
      return formatText(flavour === 'excel' ? cell.label : cell.code, flavour);
  }
}

/**
 * What Excel would spoil as a number or a date: it drops leading zeros, keeps fifteen digits, and takes
 * the id 12e5 for a power and 1-2 for a day.
 */
const spoiltDigits = /^(?:0\d+|\d{16,}|\d+[eE]\d+|\d{1,4}(?:-\d{1,4}){1,2})$/;

/** Excel keeps `="0210180"` as the text it is; a program that reads the standard flavour needs no such help. */
function formatText(text: string, flavour: CsvFlavour): string {
  return flavour === 'excel' && spoiltDigits.test(text) ? `="${text}"` : defuseText(text);
}

function formatNumber(value: number, flavour: CsvFlavour): string {
  return flavour === 'excel' ? String(value).replace('.', ',') : String(value);
}

/** A day so that Excel takes it for a date, a span by its days: «березень 2020» would become its first day. */
function formatPeriodForExcel(period: Period): string {
  const { start, end } = periodBounds(period);
  return start === end
    ? formatPeriod(start, 'uk')
    : `${formatPeriod(start, 'uk')}–${formatPeriod(end, 'uk')}`;
}
