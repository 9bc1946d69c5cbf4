import { BudgetLedger } from '../budget/BudgetLedger.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { must } from '../must.ts';
import type { Finding } from './Finding.ts';
import { checkBudgetLine } from './findBudget.ts';

/** What is to be said of the lines of the approved plan, kept in step with rows: a change costs its lines. */
export class BudgetFindings {
  readonly #structure: Pick<ReportStructure, 'directions' | 'budget'>;
  readonly #ledger: BudgetLedger;
  readonly #found = new Map<string, readonly Finding[]>();
  /** Lines whose rows have changed since they were last looked at. */
  readonly #stale: Set<string>;
  #list: readonly Finding[] = [];

  constructor(structure: Pick<ReportStructure, 'directions' | 'budget'>) {
    this.#structure = structure;
    this.#ledger = new BudgetLedger(structure);
    this.#stale = new Set(this.#ledger.lines.keys());
  }

  enter(row: Row, sign: 1 | -1): void {
    if (row.kind !== 'expenditure') return;
    const key = this.#ledger.enter(row, sign);
    if (key !== null) this.#stale.add(key);
  }

  /** The same array until something else is to be said. */
  list(): readonly Finding[] {
    if (this.#stale.size === 0) return this.#list;
    for (const key of this.#stale) {
      const line = must(this.#ledger.lines.get(key), 'the line of a key');
      const found = checkBudgetLine(this.#structure, line, this.#ledger.sumsOf(key));
      if (found.length === 0) this.#found.delete(key);
      else this.#found.set(key, found);
    }
    this.#stale.clear();
    this.#list = [...this.#found.values()].flat();
    return this.#list;
  }
}
