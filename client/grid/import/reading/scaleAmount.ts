import { tryParseMoney } from '#shared/money/parseMoney.ts';
import { shiftDecimal } from './decimalText.ts';

/** Everything up to the one mark before decimals, and «грн» after them. */
const amount = /^(\d[^.,]*)(?:[.,](\d+))?(?:\s*(?:грн\.?|₴))?$/iu;

/**
 * The text of an amount in thousands (`places` 3) or millions (6) as one in hryvnias. What is no
 * amount, or could be two (390,023), is left as it is, for the check of the column to refuse or to ask
 * about.
 */
export function scaleAmount(text: string, places: number): string {
  const [, whole = '', decimals = ''] = amount.exec(text.trim()) ?? [];
  const parsed = tryParseMoney(whole);
  if (!parsed.ok) return text;
  const digits = String(parsed.minor / 100);
  if (decimals.length === 3 && digits.length <= 3 && digits !== '0') return text;
  return shiftDecimal(decimals === '' ? digits : `${digits}.${decimals}`, places).replace('.', ',');
}
