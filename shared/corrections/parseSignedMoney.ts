import { type MoneyParse, tryParseMoney } from '../money/parseMoney.ts';

/** Kopiykas with their sign, or what is wrong with the text. */
export type SignedMoneyParse = { ok: true; minor: number } | Extract<MoneyParse, { ok: false }>;

/** An amount as `tryParseMoney` reads it, with at most one minus of any kind before it. */
export function tryParseSignedMoney(text: string): SignedMoneyParse {
  const trimmed = text.trim();
  if (!/^[-\u2010-\u2015\u2212]/.test(trimmed)) return tryParseMoney(trimmed);
  const result = tryParseMoney(trimmed.slice(1));
  // Zero has no sign.
  return result.ok && result.minor !== 0 ? { ok: true, minor: -result.minor } : result;
}
