import { Period, periodBounds } from '#shared/model/period.ts';
import type { Row } from '#shared/model/rows.ts';
import { formatDecimalComma, formatPlainDecimal } from '#shared/money/formatMoney.ts';
import type { CellTexts } from '../CellTexts.ts';
import { deviationColumn, findFieldSpec, organisationColumn } from '../fields.ts';
import { readCellValue } from '../readCell.ts';
import { readNumber } from '../readShownValue.ts';
import type { CopiedCell } from './CopiedCell.ts';

export function readCopiedCell(row: Row, column: string, texts: CellTexts): CopiedCell {
  if (column === organisationColumn) return buildText(texts.organisation(row.organisationId));
  const number = readNumber(row, column);
  const spec = findFieldSpec(row.kind, column);
  if (number !== null && (column === deviationColumn || spec?.kind === 'money'))
    return { text: formatDecimalComma(number), decimal: formatPlainDecimal(number), kind: 'money' };
  if (number !== null)
    return { text: String(number).replace('.', ','), decimal: String(number), kind: 'count' };
  if (spec === undefined) return buildText('');
  const text = texts.cell(row, spec);
  const day = spec.kind === 'period' ? tryReadDay(readCellValue(row, spec.field)) : null;
  return day === null ? buildText(text) : { text, decimal: String(computeSerialDay(day)), kind: 'day' };
}

function buildText(text: string): CopiedCell {
  return { text: text.replaceAll('\r\n', '\n'), decimal: null, kind: 'text' };
}

/** ISO 8601; null for a span of days, which no spreadsheet knows. */
function tryReadDay(value: string | number | null): string | null {
  const period = Period.safeParse(value);
  if (!period.success) return null;
  const { start, end } = periodBounds(period.data);
  return start === end ? start : null;
}

const dayMs = 86_400_000;

/** Days since 30 December 1899, which is how spreadsheets hold a date from March 1900 on. */
function computeSerialDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs);
}
