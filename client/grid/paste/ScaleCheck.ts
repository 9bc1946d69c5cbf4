import type { Row } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { readCellValue } from '../readCell.ts';

/** How many times too small or too large; 1 is neither. */
export type Scale = 'small' | 'large' | 'fits';

/** The row's plan beside a fact, or its fact beside a plan; old when the block did not bring it along. */
export type Beside = { readonly amount: number; readonly isOld: boolean };

/** Round a thousand: what lies here is nearer to its column when it is taken a thousand times. */
const least = 300;
const most = 3_000;
/** Fewer amounts say nothing about a column. */
const fewest = 5;
/** As near as a plan and its fact are. */
const near = 30;

/**
 * Finds amounts that look a thousand times off: гривні where the column has тисячі гривень, or the
 * other way round. It compares with the middle amount of the column, and with the row's plan or fact.
 */
export class ScaleCheck {
  readonly #medians = new Map<Field, number>();

  /** `rows` are those the table has already. */
  constructor(rows: Iterable<Row>) {
    const amounts = new Map<Field, number[]>([
      ['plannedMinor', []],
      ['actualMinor', []],
    ]);
    for (const row of rows) {
      for (const [field, list] of amounts) {
        const value = readCellValue(row, field);
        if (typeof value === 'number' && value > 0) list.push(value);
      }
    }
    for (const [field, list] of amounts) {
      if (list.length >= fewest) this.#medians.set(field, computeMedian(list));
    }
  }

  /** The middle amount of the column; null when too few are known. */
  median(field: Field): number | null {
    return this.#medians.get(field) ?? null;
  }

  /** All amounts of a column of the block together: whoever works in thousands does so in the whole column. */
  checkColumn(field: Field, amounts: readonly number[]): Scale {
    const positive = amounts.filter((amount) => amount > 0);
    const usual = this.median(field);
    if (positive.length < 3 || usual === null) return 'fits';
    return compare(computeMedian(positive), usual);
  }

  /** One amount. A near plan or fact that the row has already proves that it fits. */
  checkAmount(field: Field, amount: number, beside: Beside | null): Scale {
    if (amount <= 0) return 'fits';
    if (beside !== null && beside.amount > 0) {
      const scale = compare(amount, beside.amount);
      if (scale !== 'fits' || (beside.isOld && isNear(amount, beside.amount))) return scale;
    }
    const usual = this.median(field);
    return usual === null ? 'fits' : compare(amount, usual);
  }
}

function compare(amount: number, usual: number): Scale {
  const ratio = amount / usual;
  if (ratio >= 1 / most && ratio <= 1 / least) return 'small';
  return ratio >= least && ratio <= most ? 'large' : 'fits';
}

function isNear(a: number, b: number): boolean {
  return a / b < near && b / a < near;
}

function computeMedian(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
