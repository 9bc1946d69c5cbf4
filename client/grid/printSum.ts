import { formatThousandths } from '#shared/language/nouns.ts';
import { type ExtraField, kindOfExtra } from '#shared/model/extraField.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';

/** The sum of an added column, as its cells print: kopiykas of money, thousandths of a number. */
export function printSum(field: ExtraField, sum: bigint): string {
  return kindOfExtra(field) === 'money' ? formatMoney(sum, { unit: 'none' }) : formatThousandths(sum);
}
