import { AppError } from '#shared/errors/AppError.ts';
import { formatPeriod, tryParsePeriod } from '#shared/language/periodText.ts';
import type { Period } from '#shared/model/period.ts';
import type { BlockCell } from './Block.ts';
import {
  acceptCell,
  type CellCheck,
  type CellReading,
  type CheckContext,
  quoteText,
  refuseCell,
} from './CellCheck.ts';
import { tryReadSerialDay } from './serialDay.ts';

type Context = Pick<CheckContext, 'structure' | 'language'>;

/** Reads a day or a span. A day kept as a number decides what the text means; a bare number is asked about. */
export function checkPeriod({ text, number }: BlockCell, context: Context): CellCheck {
  const parsed = tryParsePeriod(text, context.structure.report.year);
  const read = (period: Period): CellReading => ({
    value: period,
    label: formatPeriod(period, context.language),
  });
  const value = quoteText(text);
  if (number?.decimal != null && number.format === 'date') {
    const held = tryReadSerialDay(number.decimal);
    if (held === null) return refuseCell('wrong-type', new AppError('date.not-a-date', { value }));
    const isShown = parsed.ok ? parsed.period === held.day : true;
    if (isShown && !held.hasTime) return acceptCell(held.day);
    const shown = parsed.ok && parsed.period !== held.day ? [read(parsed.period)] : [];
    const error = new AppError('cell.shown-otherwise', { value, held: read(held.day).label });
    // A cell that shows a month holds the month's first day, and means the month.
    const isMonth = parsed.ok && parsed.period.startsWith(`${held.day}/`);
    const readings = isMonth ? [...shown, read(held.day)] : [read(held.day), ...shown];
    return refuseCell('shown-date', error, readings, isMonth || shown.length === 0 ? 0 : null);
  }
  if (parsed.ok) return acceptCell(parsed.period);
  const serial = /^\d{5}$/.test(text.trim()) ? tryReadSerialDay(text.trim()) : null;
  if (serial !== null) {
    const { day } = serial;
    const isNear = Math.abs(Number(day.slice(0, 4)) - context.structure.report.year) <= 1;
    const error = new AppError('cell.serial-date', { value, day: read(day).label });
    return refuseCell('serial-date', error, [read(day)], isNear ? 0 : null);
  }
  return refuseCell(parsed.error.code === 'date.no-such-day' ? 'no-such-date' : 'wrong-type', parsed.error);
}
