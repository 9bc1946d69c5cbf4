import { AppError } from '#shared/errors/AppError.ts';
import type { FieldSpec } from '../fields.ts';
import { parseCell } from '../parseCell.ts';
import type { BlockCell } from './Block.ts';
import { acceptCell, type CellCheck, type CheckContext, quoteText, refuseCell } from './CellCheck.ts';
import { tryParseDecimal } from './exactDecimal.ts';

/** What XML, and with it every spreadsheet file, cannot hold or nobody can see: controls, halves of characters. */
const unprintable = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
const longest: Partial<Record<FieldSpec['kind'], number>> = { long: 10_000, text: 500, link: 2_000 };

/** Takes a text as it is: formulas stay text, and so do letters of any script and direction. */
export function checkText(cell: BlockCell, spec: FieldSpec, context: CheckContext): CellCheck {
  const column = context.columnTitle(spec.field);
  const value = quoteText(cell.text);
  const parse = (text: string) =>
    parseCell(text, spec, {
      table: context.table,
      reportYear: context.structure.report.year,
      columnTitle: column,
    });
  const text = cell.text.replaceAll(/\r\n?/g, '\n');

  const limit = longest[spec.kind] ?? 0;
  if (text.trim().length > limit) {
    const parameters = { value, column, length: text.trim().length, limit };
    return refuseCell('too-long', new AppError('cell.too-long', parameters));
  }
  const clean = text.replaceAll(unprintable, '');
  if (clean !== text) {
    const rest = parse(clean);
    const error = new AppError('cell.control-characters', { value: quoteText(clean), column });
    return refuseCell(
      'control-characters',
      error,
      rest.ok ? [{ value: rest.value, label: clean.trim() }] : [],
    );
  }
  if (
    spec.kind === 'link' &&
    cell.link !== undefined &&
    !/^(?:[a-z][a-z0-9+.-]*:|\S+\.\S+$)/i.test(text.trim())
  ) {
    const hidden = parse(cell.link);
    const error = new AppError('cell.hidden-link', { value });
    if (hidden.ok && hidden.value !== null)
      return refuseCell('hidden-link', error, [{ value: hidden.value, label: String(hidden.value) }], 0);
  }
  if (spec.kind === 'text') {
    const lost = checkDigits(cell, spec);
    if (lost !== null) return lost;
  }
  const parsed = parse(text);
  return parsed.ok ? acceptCell(parsed.value) : refuseCell('wrong-type', parsed.error);
}

/** Codes that a spreadsheet has taken for numbers. */
function checkDigits({ text, number }: BlockCell, spec: FieldSpec): CellCheck | null {
  const shown = text.trim();
  const isSpoilt = /^#+$/.test(shown) || /^\d(?:[.,]\d+)?E\+\d+$/i.test(shown);
  const exact = number?.decimal == null ? null : tryParseDecimal(number.decimal);
  if (isSpoilt && exact !== null && exact.scale === 0) {
    const held = String(exact.digits);
    const error = new AppError('cell.shown-otherwise', { value: quoteText(text), held });
    return refuseCell('rounded', error, [{ value: held, label: held }], 0);
  }
  // КПКВК has seven digits, and most of a city's begin with a zero.
  if (spec.field === 'kpkvk' && /^[1-9]\d{5}$/.test(shown)) {
    const error = new AppError('cell.lost-zero', { value: shown });
    const readings = [`0${shown}`, shown].map((code) => ({ value: code, label: code }));
    return refuseCell('lost-zero', error, readings, 0);
  }
  return null;
}
