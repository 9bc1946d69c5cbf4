import { formatMoney } from '#shared/money/formatMoney.ts';
import { tryParseMoney } from '#shared/money/parseMoney.ts';
import type { FieldSpec } from '../../../fields.ts';
import { quoteText } from '../../../paste/CellCheck.ts';
import type { PlannedCell } from '../../../paste/Plan.ts';

/**
 * What the file holds for a cell that is not taken. An amount that can only mean one is printed as the
 * amounts beside it; in any other text its own letters are what the person has to look at.
 */
export function printLeft(
  { text }: Pick<PlannedCell, 'text'>,
  { kind }: FieldSpec,
  quote: (text: string) => string,
): string {
  const amount = kind === 'money' ? tryParseMoney(text) : null;
  return amount?.ok ? formatMoney(amount.minor, { unit: 'none' }) : quote(quoteText(text));
}
