import { formatMoney } from '../../money/formatMoney.ts';
import type { DirectionModel } from '../../report/ReportModel.ts';
import { isBlankText } from '../../report/walkText.ts';
import type { TextFinding } from './TextFinding.ts';

/** A direction without a text: with nothing in the tables either, or with money spent. */
export function findUnwrittenDirections(direction: DirectionModel): TextFinding[] {
  const { id, number, title, money, activityCount, text } = direction;
  if (!isBlankText(text)) return [];
  const isEmpty = money.rowCount === 0 && activityCount === 0;
  if (!isEmpty && money.actualMinor === 0n) return [];
  return [
    {
      code: isEmpty ? 'text.direction-empty' : 'text.spending-without-text',
      severity: 'warns',
      place: { directionId: id, path: [], inline: null, quote: title },
      parameters: { number: String(number), title, value: formatMoney(money.actualMinor) },
      suggestion: null,
    },
  ];
}
