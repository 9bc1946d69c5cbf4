import type { FieldSpec } from '../fields.ts';
import type { BlockCell } from './Block.ts';
import { acceptCell, type CellCheck, type CheckContext, type CheckedRow } from './CellCheck.ts';
import { checkChoice } from './checkChoice.ts';
import { checkCount } from './checkCount.ts';
import { checkMoney } from './checkMoney.ts';
import { checkNumber } from './checkNumber.ts';
import { checkPeriod } from './checkPeriod.ts';
import { checkText } from './checkText.ts';

/**
 * What a text becomes in a column: a value, or a problem with what it may have meant. One check for
 * all that comes in without an editor: paste, import, fill, replace. An empty text empties the cell.
 * Whether the row may be written is another question.
 */
export function checkCell(
  cell: BlockCell,
  spec: FieldSpec,
  row: CheckedRow,
  context: CheckContext,
): CellCheck {
  if (cell.text.trim() === '') return acceptCell(null);
  switch (spec.kind) {
    case 'money':
      return checkMoney(cell);
    case 'count':
      return checkCount(cell, context.columnTitle(spec.field));
    case 'number':
      return checkNumber(cell, context.columnTitle(spec.field));
    case 'period':
      return checkPeriod(cell, context);
    case 'choice':
      return checkChoice(cell.text, spec, row, context);
    default:
      return checkText(cell, spec, context);
  }
}
