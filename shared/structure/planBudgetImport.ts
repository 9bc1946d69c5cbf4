import type { ImportProblem } from '../api/structure.ts';
import { printBudgetKey } from '../budget/budgetKey.ts';
import { describeBudgetKey } from '../budget/describeBudgetKey.ts';
import { orderBudget } from '../budget/orderBudget.ts';
import { type BudgetLine, maxBudgetLines } from '../model/budget.ts';
import type { ReportStructure } from '../model/structure.ts';
import { type BudgetColumn, budgetColumns, buildBudgetReader } from './BudgetReader.ts';
import { type CsvLines, nameColumns } from './CsvLines.ts';

/** What a file would do to the approved plan of a report. Nothing of it may be done while there is a problem. */
export type BudgetImport = {
  next: ReportStructure;
  added: { line: number; title: string }[];
  changed: { line: number; title: string }[];
  sameCount: number;
  problems: ImportProblem[];
};

const columnNames: Record<BudgetColumn, readonly string[]> = {
  direction: ['напрям', 'номер напряму', '№ напряму', 'direction'],
  organisation: ['виконавець', 'organisation'],
  fund: ['фонд', 'джерело', 'джерело фінансування', 'fund'],
  kpkvk: ['кпквк', 'kpkvk'],
  kekv: ['кекв', 'kekv'],
  amount: ['сума', 'сума, грн', 'затверджено', 'затверджено, грн', 'amount'],
};

/**
 * A line is about the line of the plan with its key, else it is added; none is removed. An organisation is
 * named by its code, its short name or its name; an amount that can mean two is refused, never guessed.
 */
export function planBudgetImport(now: ReportStructure, file: CsvLines): BudgetImport {
  const { lines, problems: columnProblems } = nameColumns(file, columnNames, budgetColumns);
  const problems: ImportProblem[] = [...file.problems, ...columnProblems];
  const read = buildBudgetReader(now);
  const next = new Map<string, BudgetLine>(now.budget.map((line) => [printBudgetKey(line), line]));
  const lineOf = new Map<string, number>();
  const result: Pick<BudgetImport, 'added' | 'changed' | 'sameCount'> = {
    added: [],
    changed: [],
    sameCount: 0,
  };
  for (const line of lines) {
    const found = read(line.cells);
    if ('wrong' in found) {
      const { column, code } = found.wrong;
      const value = line.cells[column].slice(0, 100);
      problems.push({ line: line.line, code, column: columnNames[column][0] ?? column, value });
      continue;
    }
    const key = printBudgetKey(found.line);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) {
      problems.push({ line: line.line, code: 'twice', column: '', value: String(earlier) });
      continue;
    }
    lineOf.set(key, line.line);
    const stands = next.get(key);
    const title = `${line.cells.organisation}, ${describeBudgetKey(now, found.line)}`;
    if (stands === undefined) result.added.push({ line: line.line, title });
    else if (stands.amountMinor === found.line.amountMinor) result.sameCount += 1;
    else result.changed.push({ line: line.line, title });
    next.set(key, found.line);
  }
  if (next.size > maxBudgetLines) {
    problems.push({ line: 1, code: 'too-many', column: '', value: String(maxBudgetLines) });
  }
  return {
    next: { ...now, budget: orderBudget(now, [...next.values()]) },
    ...result,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}
