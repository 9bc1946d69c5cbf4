import type { ExpenditureValues } from '../model/rows.ts';
import { type MoneySums, noMoney } from './Totals.ts';

/** What one row adds (sign 1) or takes back (sign -1). An empty amount adds nothing, yet is a row. */
export function addRow(
  sums: MoneySums,
  values: Pick<ExpenditureValues, 'plannedMinor' | 'actualMinor'>,
  sign: 1 | -1,
): MoneySums {
  return {
    plannedMinor: sums.plannedMinor + BigInt(sign * (values.plannedMinor ?? 0)),
    actualMinor: sums.actualMinor + BigInt(sign * (values.actualMinor ?? 0)),
    rowCount: sums.rowCount + sign,
  };
}

/** Sums by key, kept in step with rows; a key without rows is absent. */
export class MoneyLedger<K> {
  readonly #sums = new Map<K, MoneySums>();
  #view: ReadonlyMap<K, MoneySums> | null = null;

  add(key: K, values: Pick<ExpenditureValues, 'plannedMinor' | 'actualMinor'>, sign: 1 | -1): void {
    const sums = addRow(this.#sums.get(key) ?? noMoney, values, sign);
    if (sums.rowCount === 0) this.#sums.delete(key);
    else this.#sums.set(key, sums);
    this.#view = null;
  }

  get size(): number {
    return this.#sums.size;
  }

  /** Stays as it is when the ledger moves on; the same map until then. */
  view(): ReadonlyMap<K, MoneySums> {
    this.#view ??= new Map(this.#sums);
    return this.#view;
  }
}
