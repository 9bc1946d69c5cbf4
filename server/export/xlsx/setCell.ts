import type ExcelJS from 'exceljs';
import { formatPeriod } from '#shared/language/periodText.ts';
import { type Period, periodBounds } from '#shared/model/period.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import { type Cell, formatUnreadable } from '../tables/Cell.ts';
import { cleanText } from './cleanText.ts';
import { type CellAlignment, type CellRole, findStyle, type NumberFormat } from './style.ts';
import { toAmount } from './toAmount.ts';

/** A formula with the result it has now, so that a reader that does not calculate shows the same. */
export type FormulaCell =
  | { type: 'formula'; formula: string; result: number | string; format: NumberFormat }
  | { type: 'money-formula'; formula: string; minor: bigint };

export type Look = {
  role: Extract<CellRole, 'row' | 'total'>;
  /** Of the report: money is written in it. */
  unit: ReportUnit;
  isCut?: boolean;
  indent?: number;
};

type Written = { value: ExcelJS.CellValue; alignment: CellAlignment; format: NumberFormat };

/** Writes a value with the number format of its type. A text is a text, whatever it begins with. */
export function setCell(target: ExcelJS.Cell, cell: Cell | FormulaCell, look: Look): void {
  const { value, alignment, format } = readCell(cell, look.unit);
  target.value = value;
  target.style = findStyle(
    cell.type === 'unreadable' ? 'unreadable' : look.role,
    alignment === 'text' && look.isCut ? 'cutText' : alignment,
    format,
    alignment === 'text' ? look.indent : 0,
  );
}

const moneyFormats = { uah: 'money', 'thousand-uah': 'thousands' } as const satisfies Record<
  ReportUnit,
  NumberFormat
>;

function readCell(cell: Cell | FormulaCell, unit: ReportUnit): Written {
  switch (cell.type) {
    case 'empty':
      return { value: null, alignment: 'text', format: 'general' };
    case 'text':
      return buildText(cell.text, 'general');
    case 'code':
      return buildText(cell.text, 'text');
    case 'choice':
      return buildText(cell.label, 'general');
    case 'unreadable':
      return buildText(formatUnreadable(cell.raw), 'text');
    case 'number':
      return { value: cell.value, alignment: 'number', format: numberFormatOf(cell.value) };
    case 'money':
      return { value: toAmount(cell.minor, unit), alignment: 'number', format: moneyFormats[unit] };
    case 'percent':
      return { value: cell.tenths / 1_000, alignment: 'number', format: 'percent' };
    case 'period':
      return readPeriod(cell.period);
    case 'money-formula':
      return {
        value: { formula: cell.formula, result: toAmount(cell.minor, unit) },
        alignment: 'number',
        format: moneyFormats[unit],
      };
    case 'formula':
      return {
        value: { formula: cell.formula, result: cell.result },
        alignment: 'number',
        format: cell.format,
      };
  }
}

/** A whole number has no mark after it, and no fraction is hidden. */
export function numberFormatOf(value: number): NumberFormat {
  return Number.isInteger(value) ? 'number' : 'decimal';
}

function buildText(text: string, format: NumberFormat): Written {
  return { value: cleanText(text), alignment: 'text', format };
}

/** A day is a date to sort and count by; a span is its text. */
function readPeriod(period: Period): Written {
  const { start, end } = periodBounds(period);
  if (start !== end) return buildText(formatPeriod(period, 'uk'), 'text');
  return { value: new Date(`${start}T00:00:00Z`), alignment: 'text', format: 'date' };
}
