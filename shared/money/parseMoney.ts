import { AppError } from '../errors/AppError.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import { formatMoney } from './formatMoney.ts';
import { type MoneyMinor, maxAmountMinor } from './money.ts';

export type MoneyParse = { ok: true; minor: MoneyMinor } | { ok: false; error: AppError };

/** An amount has at most 12 digits before the comma: anything much longer is a paste gone wrong. */
const longestText = 80;
const longestQuote = 40;

/** Zero-width marks that come along with text copied from web pages and PDF. */
const invisible = /[\u200B\u200E\u200F\u2060\uFEFF]/g;
const unit = /\s*(?:грн\.?|₴)$/iu;
/** Space, no-break, figure, thin, hair, narrow no-break, and the other spaces of one number. */
const anySpace = /[ \u00A0\u2002-\u200A\u202F\u205F]/g;
const anyApostrophe = /['‘’ʼ′`´]/g;
const minus = /^[-\u2010-\u2015\u2212\uFE63\uFF0D]\s*|\s*[-\u2212]$/;

/**
 * Reads one amount in hryvnias as people type and paste it: `390 023,56`, `390023.56`,
 * `1,234,567.89`, `47 580 грн`. A text that could mean two amounts is refused, never guessed. An
 * empty text is no amount: an empty cell is the caller's business.
 *
 * Errors: `money.not-a-number`, `money.ambiguous`, `money.negative`, `money.too-precise`,
 * `money.too-large`. Rules MON-1 to MON-9.
 */
export function tryParseMoney(text: string): MoneyParse {
  if (text.length > longestText) return refuse('money.not-a-number', text);
  let body = text.replaceAll(invisible, '').trim().replace(unit, '');
  let isNegative = false;
  if (body.startsWith('+')) {
    body = body.slice(1).trimStart();
  } else if (body.startsWith('(') && body.endsWith(')')) {
    isNegative = true;
    body = body.slice(1, -1).trim().replace(unit, '');
  } else if (minus.test(body)) {
    isNegative = true;
    body = body.replace(minus, '');
  }

  const reading = readNumber(body.replaceAll(anySpace, ' ').replaceAll(anyApostrophe, "'"));
  if (reading === null) return refuse('money.not-a-number', text);
  const decimals = reading.decimals.replace(/0+$/, '');
  if (isNegative && !/^0*$/.test(reading.whole + decimals)) return refuse('money.negative', text);
  if (reading.isAmbiguous) {
    return refuse('money.ambiguous', text, buildBothReadings(reading.whole, reading.decimals));
  }
  if (decimals.length > 2) return refuse('money.too-precise', text);
  const thousands = readThousands(reading);
  if (thousands !== null) return refuse('money.ambiguous', text, thousands);
  const minor = BigInt(reading.whole + decimals.padEnd(2, '0'));
  if (minor > BigInt(maxAmountMinor)) return refuse('money.too-large', text);
  return { ok: true, minor: Number(minor) };
}

/** As {@link tryParseMoney}, but throws the AppError. */
export function parseMoney(text: string): MoneyMinor {
  const parsed = tryParseMoney(text);
  if (!parsed.ok) throw parsed.error;
  return parsed.minor;
}

/** Digits before and after the decimal mark; ambiguous when the mark may as well part thousands. */
type Reading = { whole: string; decimals: string; isAmbiguous: boolean };

/** A code such as КПКВК 0210180 begins with a zero; an amount never does, save 0 itself. */
const leadingZero = /^0\d/;

function readNumber(text: string): Reading | null {
  if (!/^[0-9](?:[ ',.]?[0-9])*$/.test(text) || leadingZero.test(text)) return null;
  const marks = text.match(/[ ',.]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return { whole: text, decimals: '', isAmbiguous: false };

  const cut = text.lastIndexOf(last);
  const head = text.slice(0, cut);
  const tail = text.slice(cut + 1);
  const groupMarks = new Set(marks.slice(0, -1));
  if (groupMarks.size > 1) return null;

  const isLastLikeOthers = groupMarks.size === 0 || groupMarks.has(last);
  if (last === ' ' || last === "'" || (isLastLikeOthers && groupMarks.size > 0)) {
    return isLastLikeOthers && isGrouped(text, last)
      ? { whole: text.replaceAll(last, ''), decimals: '', isAmbiguous: false }
      : null;
  }
  const [groupMark] = groupMarks;
  if (groupMark === undefined) {
    const isAmbiguous = tail.length === 3 && head.length <= 3 && head !== '0';
    return { whole: head, decimals: tail, isAmbiguous };
  }
  return isGrouped(head, groupMark)
    ? { whole: head.replaceAll(groupMark, ''), decimals: tail, isAmbiguous: false }
    : null;
}

function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...others] = text.split(mark);
  return first.length <= 3 && others.every((group) => group.length === 3);
}

/** Both amounts as texts that parse without doubt; the small one is rounded to whole kopiykas, half up. */
function buildBothReadings(whole: string, decimals: string) {
  const thousandths = BigInt(whole + decimals);
  return {
    large: formatMoney(thousandths * 100n, { unit: 'none' }),
    small: formatMoney((thousandths + 5n) / 10n, { unit: 'none' }),
  };
}

/**
 * Five decimals are how a report in thousands prints an amount: `1,50000` may be 1 500 hryvnias as well as
 * one and a half. Both as texts; null where there is but one meaning.
 */
function readThousands({ whole, decimals }: Reading) {
  const large = BigInt(whole + decimals);
  if (decimals.length !== 5 || large === 0n || large > BigInt(maxAmountMinor)) return null;
  return {
    large: formatMoney(large, { unit: 'none' }),
    small: formatMoney(large / 1_000n, { unit: 'none' }),
  };
}

function refuse(code: ErrorCode, text: string, parameters: Record<string, string> = {}): MoneyParse {
  const trimmed = text.trim();
  const value = trimmed.length > longestQuote ? `${trimmed.slice(0, longestQuote)}…` : trimmed;
  return { ok: false, error: new AppError(code, { value, ...parameters }) };
}
