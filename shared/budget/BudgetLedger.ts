import type { BudgetLine } from '../model/budget.ts';
import type { DirectionId } from '../model/ids.ts';
import type { ExpenditureRow } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { addRow } from '../totals/MoneyLedger.ts';
import { type MoneySums, noMoney } from '../totals/Totals.ts';
import { printBudgetKey, printPlaceKey, readBudgetPlace } from './budgetKey.ts';

export type BudgetStructure = Pick<ReportStructure, 'directions' | 'budget'>;

/** What the rows come to under each line of the approved plan, kept in step with them: a change costs the change. */
export class BudgetLedger {
  readonly #directions: ReadonlySet<DirectionId>;
  readonly #lines: ReadonlyMap<string, BudgetLine>;
  readonly #sums = new Map<string, MoneySums>();
  #outside: MoneySums = noMoney;

  constructor({ directions, budget }: BudgetStructure) {
    this.#directions = new Set(directions.map(({ id }) => id));
    this.#lines = new Map(budget.map((line) => [printBudgetKey(line), line]));
  }

  /** Enters a row with 1, strikes it out with -1. Gives the key of its line; null when no line is its own. */
  enter(row: ExpenditureRow, sign: 1 | -1): string | null {
    const key = this.findKey(row);
    if (key === null) this.#outside = addRow(this.#outside, row.values, sign);
    else this.#sums.set(key, addRow(this.sumsOf(key), row.values, sign));
    return key;
  }

  findKey(row: Pick<ExpenditureRow, 'organisationId' | 'values'>): string | null {
    const key = printPlaceKey(readBudgetPlace(row, this.#directions));
    return key !== null && this.#lines.has(key) ? key : null;
  }

  /** By key, in the order of the plan. */
  get lines(): ReadonlyMap<string, BudgetLine> {
    return this.#lines;
  }

  sumsOf(key: string): MoneySums {
    return this.#sums.get(key) ?? noMoney;
  }

  /** Of the rows that no line holds. */
  get outside(): MoneySums {
    return this.#outside;
  }
}
