import { AppError, type Language } from '../errors/AppError.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import { Period, periodBounds } from '../model/period.ts';
import { findMonth, monthNames, printRoman, readRoman } from './monthNames.ts';

export type PeriodParse = { ok: true; period: Period } | { ok: false; error: AppError };

/** Years that a municipal report can mean; any other four digits are a slip of the hand. */
const firstYear = 1900;
const lastYear = 2200;

/** Days as ISO text, both ends included. `hasYear` is false when the year was only supposed. */
type Span = { start: string; end: string; hasYear: boolean };

class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a day or a span as people type it: `19.08.2020`, `19.8.20`, `19.08`, `2020-08-19`,
 * `19 серпня 2020`, `01.03.2020–31.03.2020`, `01–31.03.2020`, `березень`, `березень–травень 2020`,
 * `03.2020`, `I квартал`, `2 кв. 2020`, `I півріччя 2020`, `2020`, and the English names. What has
 * no year is in `reportYear`; two digits of a year are of this
 * century. Slashes are refused: 03/04 is March or April.
 *
 * Errors: `date.not-a-date`, `date.no-such-day`, `date.reversed`.
 */
export function tryParsePeriod(text: string, reportYear: number): PeriodParse {
  const value = text.trim();
  try {
    if (value.length > 60) throw new Refusal('date.not-a-date');
    const { start, end } = readSpan(simplify(value), reportYear);
    if (start > end) throw new Refusal('date.reversed');
    return { ok: true, period: Period.parse(start === end ? start : `${start}/${end}`) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const quoted = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    return { ok: false, error: new AppError(error.code, { value: quoted }) };
  }
}

/**
 * `19.08.2020`, `01.03.2020–15.03.2020`; a whole month, quarter, half-year or year by its name:
 * `березень 2020`, `I квартал 2020`, `I півріччя 2020`, `2020`. {@link tryParsePeriod} reads it back.
 */
export function formatPeriod(period: Period, language: Language): string {
  const { start, end } = periodBounds(period);
  if (start === end) return printDay(start);
  const [year = '', startMonth, startDay] = start.split('-');
  const from = Number(startMonth);
  const until = Number(end.slice(5, 7));
  const isWholeMonths = startDay === '01' && end === lastDayOf(year, until) && end >= start;
  if (isWholeMonths && from === until) return `${monthNames[language][from - 1]} ${year}`;
  if (isWholeMonths && from === 1 && until === 12) return year;
  if (isWholeMonths && until - from === 2 && from % 3 === 1)
    return printPart('quarter', until / 3, year, language);
  if (isWholeMonths && until - from === 5 && from % 6 === 1)
    return printPart('half', until / 6, year, language);
  return `${printDay(start)}–${printDay(end)}`;
}

function printDay(day: string): string {
  return day.split('-').toReversed().join('.');
}

function printPart(part: 'quarter' | 'half', number: number, year: string, language: Language): string {
  if (language === 'en') return `${part === 'quarter' ? 'Q' : 'H'}${number} ${year}`;
  return `${printRoman(number)} ${part === 'quarter' ? 'квартал' : 'півріччя'} ${year}`;
}

/** One case, one kind of space, one kind of dash; `1-й` is 1, and `2020 р.` is 2020. */
function simplify(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll(/[\s\u00A0\u2009\u202F]+/g, ' ')
    .replaceAll(/ ?[-\u2010-\u2015\u2212] ?/g, '-')
    .replace(/-(?:й|ий|е|ше|ге)(?= )/, '')
    .replace(/(?<=\d) ?(?:року|рік|р\.|р)$/, '');
}

function readSpan(text: string, reportYear: number): Span {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(text);
  if (iso?.[1] !== undefined) {
    return { start: checkDay(iso[1]), end: checkDay(iso[2] ?? iso[1]), hasYear: true };
  }
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(text);
  if (isoMonth !== null) return buildMonth(Number(isoMonth[2]), Number(isoMonth[1]), true);

  const [left = '', right, ...rest] = text.split('-');
  if (rest.length > 0) throw new Refusal('date.not-a-date');
  if (right === undefined) return readPart(left, reportYear);
  const end = readPart(right, reportYear);
  const start = readPart(completeLeft(left, right), end.hasYear ? Number(end.end.slice(0, 4)) : reportYear);
  return { start: start.start, end: end.end, hasYear: end.hasYear };
}

/** In `01–31.03.2020` and `I–II квартал` the left side borrows what it leaves out. */
function completeLeft(left: string, right: string): string {
  if (/^\d{1,2}$/.test(left) && /^\d{1,2}(?:\.| \p{L})/u.test(right) && !isQuarterText(right)) {
    return left + right.replace(/^\d{1,2}/, '');
  }
  if (readRoman(left) !== null && isQuarterText(right)) return `${left} квартал`;
  return left;
}

function isQuarterText(text: string): boolean {
  return / ?кв/.test(text);
}

function readPart(text: string, supposedYear: number): Span {
  const year = readYear(text);
  if (year !== null && text.length === 4) return buildMonths(1, 12, year, true);

  const day = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?$/.exec(text);
  if (day !== null) return readDottedDay(day, supposedYear);

  const dottedMonth = /^(\d{1,2})\.(\d{4})$/.exec(text);
  if (dottedMonth !== null) return buildMonth(Number(dottedMonth[1]), Number(dottedMonth[2]), true);

  const named = /^(?:(\d{1,2}) )?(\p{L}+)(?: (\d{4}))?$/u.exec(text);
  const month = named?.[2] === undefined ? null : findMonth(named[2]);
  if (named !== null && month !== null) {
    const monthYear = named[3] === undefined ? supposedYear : Number(named[3]);
    const hasYear = named[3] !== undefined;
    if (named[1] === undefined) return buildMonth(month, monthYear, hasYear);
    return buildDay(Number(named[1]), month, monthYear, hasYear);
  }
  return readQuarterOrHalf(text, supposedYear);
}

function readDottedDay(match: RegExpExecArray, supposedYear: number): Span {
  const [, day, month, year] = match;
  if (year === undefined) return buildDay(Number(day), Number(month), supposedYear, false);
  return buildDay(Number(day), Number(month), Number(year.length === 2 ? `20${year}` : year), true);
}

function readQuarterOrHalf(text: string, supposedYear: number): Span {
  const match =
    /^(?<number>[\p{L}\d]{1,3}) ?(?<part>кв\.?|квартал|квартали|півріччя|півр\.?)(?: (?<year>\d{4}))?$/u.exec(
      text,
    ) ?? /^(?<part>[qh])(?<number>\d)(?: (?<year>\d{4}))?$/.exec(text);
  const { number: numeral = '', part = '', year } = match?.groups ?? {};
  const number = readRoman(numeral);
  const months = part === 'q' || part.startsWith('кв') ? 3 : 6;
  if (number === null || number > 12 / months) throw new Refusal('date.not-a-date');
  return buildMonths(
    (number - 1) * months + 1,
    number * months,
    Number(year ?? supposedYear),
    year !== undefined,
  );
}

function readYear(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

function buildDay(day: number, month: number, year: number, hasYear: boolean): Span {
  const text = checkDay(`${checkYear(year)}-${pad(month)}-${pad(day)}`);
  return { start: text, end: text, hasYear };
}

function buildMonth(month: number, year: number, hasYear: boolean): Span {
  if (month < 1 || month > 12) throw new Refusal('date.no-such-day');
  return buildMonths(month, month, year, hasYear);
}

function buildMonths(from: number, until: number, year: number, hasYear: boolean): Span {
  const text = checkYear(year);
  return { start: `${text}-${pad(from)}-01`, end: lastDayOf(text, until), hasYear };
}

function checkYear(year: number): string {
  if (year < firstYear || year > lastYear) throw new Refusal('date.not-a-date');
  return String(year);
}

/** The day itself when the calendar has it. */
function checkDay(day: string): string {
  checkYear(Number(day.slice(0, 4)));
  if (!Period.safeParse(day).success) throw new Refusal('date.no-such-day');
  return day;
}

function lastDayOf(year: string, month: number): string {
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${pad(month)}-${pad(days)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
