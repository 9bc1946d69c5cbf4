import { numberScale } from '#shared/model/extraField.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import { isMoneyColumn, isShown, readNumber } from '../readShownValue.ts';
import type { SelectionNumbers } from './SelectionNumbers.ts';

export type NumbersCount = {
  add(row: Row, columns: readonly string[]): void;
  result(): SelectionNumbers;
};

/**
 * Counts selected cells row by row, so that the caller may pause between rows. Money and other numbers do
 * not add up: where both are selected, it is those that the table is about.
 */
export function createNumbersCount(table: TableKind): NumbersCount {
  let cells = 0;
  let filled = 0;
  const money = new NumberSum();
  const counts = new NumberSum();
  const kinds = new Map<string, boolean>();
  const isMoney = (column: string) => {
    let known = kinds.get(column);
    if (known === undefined) {
      known = isMoneyColumn(table, column);
      kinds.set(column, known);
    }
    return known;
  };
  return {
    add(row, columns) {
      for (const column of columns) {
        cells += 1;
        const value = readNumber(row, column);
        if (value === null) {
          if (isShown(row, column)) filled += 1;
          continue;
        }
        filled += 1;
        (isMoney(column) ? money : counts).add(value);
      }
    },
    result() {
      const [own, other] = table === 'expenditure' ? [money, counts] : [counts, money];
      const told = own.numbers === 0 && other.numbers > 0 ? other : own;
      const unit = told === money ? 'money' : 'count';
      const { numbers, least, greatest } = told;
      if (numbers === 0) {
        return {
          unit,
          cells,
          filled,
          numbers,
          sum: null,
          averageHundredths: null,
          least,
          greatest,
          scale: 1,
        };
      }
      const { sum, scale } = told.finish();
      const hundredths = unit === 'money' ? sum : sum * 100n;
      const averageHundredths = divideRounded(hundredths, BigInt(numbers * scale));
      return { unit, cells, filled, numbers, sum, averageHundredths, least, greatest, scale };
    },
  };
}

/** Numbers with at most three digits after the mark, added up exactly. */
class NumberSum {
  numbers = 0;
  least: number | null = null;
  greatest: number | null = null;
  #sum = 0n;
  /** Whole numbers up to here are added as they are, and only then as a bigint: a bigint each would be ten times slower. */
  #partial = 0;
  #thousandths = 0n;

  add(value: number): void {
    this.numbers += 1;
    if (this.least === null || value < this.least) this.least = value;
    if (this.greatest === null || value > this.greatest) this.greatest = value;
    if (!Number.isInteger(value)) {
      this.#thousandths += BigInt(Math.round(value * numberScale));
      return;
    }
    if (!Number.isSafeInteger(this.#partial + value)) this.#flush();
    this.#partial += value;
  }

  /** The sum in parts of `scale`: whole as long as every number was. */
  finish(): { sum: bigint; scale: number } {
    this.#flush();
    if (this.#thousandths === 0n) return { sum: this.#sum, scale: 1 };
    return { sum: this.#sum * BigInt(numberScale) + this.#thousandths, scale: numberScale };
  }

  #flush(): void {
    this.#sum += BigInt(this.#partial);
    this.#partial = 0;
  }
}

/** Halves away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}
