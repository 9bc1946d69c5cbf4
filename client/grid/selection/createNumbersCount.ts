import type { Row, TableKind } from '#shared/model/rows.ts';
import { isShown, readNumber } from '../readShownValue.ts';
import type { SelectionNumbers } from './SelectionNumbers.ts';

export type NumbersCount = {
  add(row: Row, columns: readonly string[]): void;
  result(): SelectionNumbers;
};

/** Counts selected cells row by row, so that the caller may pause between rows. */
export function createNumbersCount(table: TableKind): NumbersCount {
  let cells = 0;
  let filled = 0;
  let numbers = 0;
  let sum = 0n;
  // Whole numbers up to here are added as they are, and only then as a bigint: a bigint each would be ten times slower.
  let partial = 0;
  let least: number | null = null;
  let greatest: number | null = null;

  const flush = () => {
    sum += BigInt(partial);
    partial = 0;
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
        numbers += 1;
        if (!Number.isSafeInteger(partial + value)) flush();
        partial += value;
        if (least === null || value < least) least = value;
        if (greatest === null || value > greatest) greatest = value;
      }
    },
    result() {
      flush();
      if (numbers === 0)
        return { cells, filled, numbers, sum: null, averageHundredths: null, least, greatest };
      const hundredths = table === 'expenditure' ? sum : sum * 100n;
      const averageHundredths = divideRounded(hundredths, BigInt(numbers));
      return { cells, filled, numbers, sum, averageHundredths, least, greatest };
    },
  };
}

/** Halves away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}
