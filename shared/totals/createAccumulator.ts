import { isCorrectionRow } from '../corrections/correctionRows.ts';
import { normaliseText } from '../language/normaliseText.ts';
import { periodBounds } from '../model/period.ts';
import type { ActivityRow } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';
import { assertNever, must } from '../must.ts';
import { SortedRows } from './SortedRows.ts';

/** A number and how many rows are behind it. */
export type CountCell = { readonly value: number; readonly rowCount: number };

/** One number under one aggregation; rows come and go in any order. */
export type Accumulator = {
  add(row: ActivityRow): void;
  remove(row: ActivityRow): void;
  read(): CountCell;
};

export function createAccumulator(aggregation: Aggregation): Accumulator {
  switch (aggregation) {
    case 'sum':
      return new SumAccumulator();
    case 'count':
      return new CountAccumulator();
    case 'latest':
      return new LatestAccumulator();
    case 'distinct':
      return new DistinctAccumulator();
    default:
      return assertNever(aggregation);
  }
}

/** Exact as a number: nine million rows of the largest quantity (10^9) stay below 2^53. */
class SumAccumulator implements Accumulator {
  #value = 0;
  #rowCount = 0;

  add(row: ActivityRow): void {
    this.#value += row.values.quantity ?? 0;
    this.#rowCount += 1;
  }

  remove(row: ActivityRow): void {
    this.#value -= row.values.quantity ?? 0;
    this.#rowCount -= 1;
  }

  read(): CountCell {
    return { value: this.#value, rowCount: this.#rowCount };
  }
}

/** Each row is one; a correction is as many rows as it says there were too few of, or too many. */
class CountAccumulator implements Accumulator {
  #value = 0;
  #rowCount = 0;

  add(row: ActivityRow): void {
    this.#change(row, 1);
  }

  remove(row: ActivityRow): void {
    this.#change(row, -1);
  }

  read(): CountCell {
    return { value: this.#value, rowCount: this.#rowCount };
  }

  #change(row: ActivityRow, sign: 1 | -1): void {
    this.#value += sign * (isCorrectionRow(row) ? (row.values.quantity ?? 0) : 1);
    this.#rowCount += sign;
  }
}

/** The rows in order of age, so that taking the newest one away shows the one before it. */
class LatestAccumulator implements Accumulator {
  readonly #byAge = new SortedRows<ActivityRow>(compareAge);

  add(row: ActivityRow): void {
    this.#byAge.add(row);
  }

  remove(row: ActivityRow): void {
    this.#byAge.remove(row);
  }

  read(): CountCell {
    const { rows } = this.#byAge;
    return { value: rows.at(-1)?.values.quantity ?? 0, rowCount: rows.length };
  }
}

/** How many different contents there are, not how many rows. */
class DistinctAccumulator implements Accumulator {
  readonly #rowsByText = new Map<string, number>();
  #rowCount = 0;

  add(row: ActivityRow): void {
    this.#change(row, 1);
  }

  remove(row: ActivityRow): void {
    this.#change(row, -1);
  }

  read(): CountCell {
    return { value: this.#rowsByText.size, rowCount: this.#rowCount };
  }

  #change(row: ActivityRow, sign: 1 | -1): void {
    const text = must(normaliseText(row.values.content), 'content of a counted row');
    const rows = (this.#rowsByText.get(text) ?? 0) + sign;
    if (rows === 0) this.#rowsByText.delete(text);
    else this.#rowsByText.set(text, rows);
    this.#rowCount += sign;
  }
}

/** By last day, undated first; ids decide between rows of one day, so that every replica agrees. */
function compareAge(a: ActivityRow, b: ActivityRow): number {
  return (
    compareTexts(lastDay(a), lastDay(b)) ||
    compareTexts(a.id, b.id) ||
    compareTexts(a.organisationId, b.organisationId)
  );
}

function lastDay(row: ActivityRow): string {
  return row.values.period === null ? '' : periodBounds(row.values.period).end;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
