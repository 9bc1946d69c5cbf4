import type { Steps } from '#client/sync/runSteps.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { maxAmountMinor } from '#shared/money/money.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { readCellValue } from '../readCell.ts';
import { type CellProblem, quoteText, refuseCell } from './CellCheck.ts';
import { readMoney } from './checkMoney.ts';
import type { PlannedCell, PlannedLine } from './Plan.ts';
import type { PlanContext } from './PlanContext.ts';
import type { QuestionBook } from './QuestionBook.ts';
import { type Beside, type Scale, ScaleCheck } from './ScaleCheck.ts';

const pairs = [
  ['plannedMinor', 'actualMinor'],
  ['actualMinor', 'plannedMinor'],
] as const satisfies readonly (readonly [Field, Field])[];

/** The same lines, with a question at each amount that looks a thousand times off. */
export function* askAboutScale(
  lines: readonly PlannedLine[],
  questions: QuestionBook,
  context: PlanContext,
): Steps<PlannedLine[]> {
  if (context.table !== 'expenditure') return [...lines];
  const check = new ScaleCheck(context.rows);
  const columns = new Map<Field, Scale>();
  for (const [field] of pairs) {
    const amounts = lines.flatMap(({ cells }) => cells.flatMap((cell) => readAmount(cell, field) ?? []));
    columns.set(field, context.thousands.has(field) ? 'small' : check.checkColumn(field, amounts));
  }
  const asked: PlannedLine[] = [];
  for (const [index, line] of lines.entries()) {
    asked.push({ ...line, cells: line.cells.map((cell) => askAbout(cell, line)) });
    yield index + 1;
  }
  return asked;

  function askAbout(cell: PlannedCell, line: PlannedLine): PlannedCell {
    const { field } = cell;
    const amount = readAmount(cell, field);
    const other = pairs.find(([own]) => own === field)?.[1];
    if (amount === null || other === undefined) return cell;
    const columnScale = columns.get(field) ?? 'fits';
    const scale =
      columnScale === 'fits' ? check.checkAmount(field, amount, findBeside(line, other)) : columnScale;
    if (scale === 'fits') return cell;
    const isToldByHeader = context.thousands.has(field);
    const problem = buildProblem(cell.text, amount, scale, check.median(field), isToldByHeader);
    return { ...cell, value: null, question: questions.ask(field, cell.text, problem, line.row) };
  }
}

function readAmount({ field, value, question }: PlannedCell, wanted: Field): number | null {
  return field === wanted && question === null && typeof value === 'number' && value > 0 ? value : null;
}

function findBeside(line: PlannedLine, field: Field): Beside | null {
  const fromBlock = line.cells.find((cell) => cell.field === field);
  if (fromBlock !== undefined) {
    const amount = readAmount(fromBlock, field);
    return amount === null ? null : { amount, isOld: false };
  }
  const amount = line.row === null ? null : readCellValue(line.row, field);
  return typeof amount === 'number' ? { amount, isOld: true } : null;
}

function buildProblem(
  text: string,
  amount: number,
  scale: Exclude<Scale, 'fits'>,
  usual: number | null,
  isToldByHeader: boolean,
): CellProblem {
  // A thousandth is not offered: amounts stand here to the kopiyka, and it would lose them.
  const readings = (scale === 'small' ? [amount * 1_000, amount] : [amount])
    .filter((minor) => minor <= maxAmountMinor)
    .map(readMoney);
  const value = quoteText(text);
  const error = isToldByHeader
    ? new AppError('cell.in-thousands', { value })
    : new AppError('cell.thousand-off', {
        value,
        usual: usual === null ? readMoney(amount).label : readMoney(usual).label,
      });
  return refuseCell('thousand', error, readings, isToldByHeader ? 0 : null);
}
