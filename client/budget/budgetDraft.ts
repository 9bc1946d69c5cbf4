import { printBudgetKey } from '#shared/budget/budgetKey.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { must } from '#shared/must.ts';
import {
  type BudgetColumn,
  type BudgetProblemCode,
  type BudgetReading,
  budgetColumns,
} from '#shared/structure/BudgetReader.ts';
import type { BudgetLineChange } from '#shared/structure/StructureEdit.ts';

export type LineTexts = Record<BudgetColumn, string>;

/** A line as it stands on the page: `from` is what stood there when it was first touched. */
export type DraftLine = { id: string; from: BudgetLine | null; texts: LineTexts; isRemoved: boolean };

/** Lines that were touched or added, by id: that of a standing line is its key. */
export type BudgetDraft = ReadonlyMap<string, DraftLine>;

export type PrintLine = (line: BudgetLine) => LineTexts;
export type ReadLine = (texts: LineTexts) => BudgetReading;

const emptyTexts = Object.fromEntries(budgetColumns.map((column) => [column, ''])) as LineTexts;

export function buildLinePrinter(
  { directions, organisations }: Pick<ReportStructure, 'directions' | 'organisations'>,
  fundName: (fund: BudgetLine['fund']) => string,
): PrintLine {
  const numbers = new Map(directions.map(({ id, number }) => [id, String(number)]));
  const names = new Map(organisations.map(({ id, shortName }) => [id, shortName]));
  return ({ directionId, organisationId, fund, kpkvk, kekv, amountMinor }) => ({
    direction: numbers.get(directionId) ?? '',
    organisation: names.get(organisationId) ?? '',
    fund: fundName(fund),
    kpkvk,
    kekv,
    amount: formatMoney(amountMinor, { unit: 'none' }),
  });
}

/** Standing lines in their order, then those that were added, in theirs. A line that went meanwhile stays with its draft. */
export function listLines(budget: readonly BudgetLine[], draft: BudgetDraft, print: PrintLine): DraftLine[] {
  const standing = budget.map((line) => {
    const id = printBudgetKey(line);
    return draft.get(id) ?? { id, from: line, texts: print(line), isRemoved: false };
  });
  const known = new Set(standing.map(({ id }) => id));
  return [...standing, ...[...draft.values()].filter(({ id }) => !known.has(id))];
}

/** The draft with some cells of a line typed over; a line that is again as it stood is no draft. */
export function typeInto(
  draft: BudgetDraft,
  line: DraftLine,
  texts: Partial<LineTexts>,
  print: PrintLine,
): BudgetDraft {
  return put(draft, { ...line, texts: { ...line.texts, ...texts }, isRemoved: false }, print);
}

export function removeLine(draft: BudgetDraft, line: DraftLine): BudgetDraft {
  const next = new Map(draft);
  if (line.from === null) next.delete(line.id);
  else next.set(line.id, { ...line, isRemoved: true });
  return next;
}

/** As it stands for everybody; a line that was added is gone. */
export function revertLine(draft: BudgetDraft, id: string): BudgetDraft {
  const next = new Map(draft);
  next.delete(id);
  return next;
}

export function buildNewLine(id: string): DraftLine {
  return { id, from: null, texts: emptyTexts, isRemoved: false };
}

/**
 * Lays a block of cells down from a cell on, over the lines shown; what goes past the last becomes new
 * lines. Cells past the last column are left out, and counted.
 */
export function pasteBlock(
  draft: BudgetDraft,
  at: { lines: readonly DraftLine[]; lineId: string; column: BudgetColumn },
  block: readonly (readonly string[])[],
  { newId, print }: { newId: () => string; print: PrintLine },
): { draft: BudgetDraft; leftOut: number } {
  const firstLine = at.lines.findIndex(({ id }) => id === at.lineId);
  const firstColumn = budgetColumns.indexOf(at.column);
  let next = draft;
  let leftOut = 0;
  for (const [offset, cells] of block.entries()) {
    const line = (firstLine < 0 ? undefined : at.lines[firstLine + offset]) ?? buildNewLine(newId());
    const texts: Partial<LineTexts> = {};
    for (const [index, cell] of cells.entries()) {
      const column = budgetColumns[firstColumn + index];
      if (column === undefined) leftOut += 1;
      else texts[column] = cell.trim();
    }
    next = typeInto(next, next.get(line.id) ?? line, texts, print);
  }
  return { draft: next, leftOut };
}

export type DraftProblem = { column: BudgetColumn; code: BudgetProblemCode };

export type ReadDraft = {
  changes: BudgetLineChange[];
  /** By line, where one cannot be read. */
  problems: Map<string, DraftProblem>;
  /** Lines whose `from` stands otherwise by now: somebody else has changed them. */
  overtaken: Set<string>;
};

/** What would be sent. A line without a single text is not there yet. */
export function readDraft(budget: readonly BudgetLine[], draft: BudgetDraft, read: ReadLine): ReadDraft {
  const standing = new Map(budget.map((line) => [printBudgetKey(line), line.amountMinor]));
  const result: ReadDraft = { changes: [], problems: new Map(), overtaken: new Set() };
  for (const { id, from, texts, isRemoved } of draft.values()) {
    if (from !== null && standing.get(printBudgetKey(from)) !== from.amountMinor) result.overtaken.add(id);
    if (isRemoved) result.changes.push({ from, to: null });
    else if (from !== null || !isEmpty(texts)) {
      const reading = read(texts);
      if ('wrong' in reading) result.problems.set(id, reading.wrong);
      else result.changes.push({ from, to: reading.line });
    }
  }
  return result;
}

function put(draft: BudgetDraft, line: DraftLine, print: PrintLine): BudgetDraft {
  const next = new Map(draft);
  const isAsItStood =
    line.from === null ? isEmpty(line.texts) : isSame(line.texts, print(must(line.from, 'a standing line')));
  if (isAsItStood) next.delete(line.id);
  else next.set(line.id, line);
  return next;
}

function isEmpty(texts: LineTexts): boolean {
  return budgetColumns.every((column) => texts[column].trim() === '');
}

function isSame(a: LineTexts, b: LineTexts): boolean {
  return budgetColumns.every((column) => a[column] === b[column]);
}
