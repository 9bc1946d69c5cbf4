import { AppError } from '#shared/errors/AppError.ts';
import type { SourceCell } from '../SourceBook.ts';
import type { NumberLook } from './numberFormat.ts';
import { computeSerial, days1904, printTime, readSerialDay } from './serialDate.ts';
import { unescapeText } from './unescapeText.ts';

type Stored = {
  /** The `t` of the cell. */
  type: string;
  /** What stands in its `v`, or its own text; null when there is nothing. */
  text: string | null;
  hasFormula: boolean;
  look: NumberLook | undefined;
  sharedStrings: readonly string[];
  is1904: boolean;
};

/** What stands in a cell; of a formula the value that was computed last. */
export function readCellValue({ type, text, hasFormula, look, sharedStrings, is1904 }: Stored): SourceCell {
  if (text === null) return hasFormula ? { type: 'error', code: '=' } : null;
  switch (type) {
    case 's': {
      const shared = sharedStrings[Number(text)];
      if (shared === undefined) throw new AppError('import.broken');
      return shared === '' ? null : shared;
    }
    case 'inlineStr':
      return text === '' ? null : text;
    case 'str':
      return text === '' ? null : unescapeText(text);
    case 'b':
      return { type: 'boolean', value: text === '1' || text === 'true' };
    case 'e':
      return { type: 'error', code: text };
    case 'd':
      return readIsoDate(text);
    default:
      return text.trim() === '' ? null : readNumber(Number(text), look, is1904);
  }
}

function readNumber(value: number, look: NumberLook | undefined, is1904: boolean): SourceCell {
  if (!Number.isFinite(value)) throw new AppError('import.broken');
  if (look?.kind === 'percent') return { type: 'number', value, look: 'percent', digits: 0 };
  if (look?.kind === 'date') {
    const serial = value + (is1904 ? days1904 : 0);
    if (readSerialDay(serial) !== null) {
      return { type: 'date', serial, hasDay: look.hasDay, hasTime: look.hasTime };
    }
  }
  // Half a day is noon; a day and more is a span of time, which no cell here can mean.
  if (look?.kind === 'time' && value >= 0 && value < 1) return printTime(value);
  return { type: 'number', value, look: 'plain', digits: look?.kind === 'number' ? look.digits : 0 };
}

function readIsoDate(text: string): SourceCell {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? [];
  const serial = computeSerial(day);
  if (serial === null) return text;
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
  const fraction = (hours * 60 + minutes) / 1_440;
  return { type: 'date', serial: serial + fraction, hasDay: true, hasTime: fraction > 0 };
}
