import { normaliseText } from '../language/normaliseText.ts';
import type { OrganisationId } from '../model/ids.ts';
import { periodBounds } from '../model/period.ts';
import type { ActivityRow } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';
import { assertNever, must } from '../must.ts';
import type { IndicatorTotal } from './Totals.ts';

type Cell = { readonly value: number; readonly rowCount: number };

/** One number under one aggregation; rows come and go in any order. */
type Accumulator = {
  add(row: ActivityRow): void;
  remove(row: ActivityRow): void;
  read(): Cell;
};

/** One indicator, over the report and for each organisation by itself. */
export class IndicatorLedger {
  readonly #aggregation: Aggregation;
  readonly #whole: Accumulator;
  readonly #parts = new Map<OrganisationId, Accumulator>();
  #view: IndicatorTotal | null = null;

  constructor(aggregation: Aggregation) {
    this.#aggregation = aggregation;
    this.#whole = createAccumulator(aggregation);
  }

  add(row: ActivityRow): void {
    this.#whole.add(row);
    let part = this.#parts.get(row.organisationId);
    if (part === undefined) {
      part = createAccumulator(this.#aggregation);
      this.#parts.set(row.organisationId, part);
    }
    part.add(row);
    this.#view = null;
  }

  remove(row: ActivityRow): void {
    const part = must(this.#parts.get(row.organisationId), 'organisation of a counted row');
    this.#whole.remove(row);
    part.remove(row);
    if (part.read().rowCount === 0) this.#parts.delete(row.organisationId);
    this.#view = null;
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  /** Stays as it is when the ledger moves on; the same object until then. */
  view(): IndicatorTotal {
    this.#view ??= {
      ...this.#whole.read(),
      byOrganisation: new Map(
        [...this.#parts].map(([organisationId, part]) => [organisationId, part.read()]),
      ),
    };
    return this.#view;
  }
}

function createAccumulator(aggregation: Aggregation): Accumulator {
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

  read(): Cell {
    return { value: this.#value, rowCount: this.#rowCount };
  }
}

class CountAccumulator implements Accumulator {
  #rowCount = 0;

  add(): void {
    this.#rowCount += 1;
  }

  remove(): void {
    this.#rowCount -= 1;
  }

  read(): Cell {
    return { value: this.#rowCount, rowCount: this.#rowCount };
  }
}

/** The rows in order of age, so that taking the newest one away shows the one before it. */
class LatestAccumulator implements Accumulator {
  readonly #rows: ActivityRow[] = [];

  add(row: ActivityRow): void {
    this.#rows.splice(this.#findPlace(row), 0, row);
  }

  remove(row: ActivityRow): void {
    this.#rows.splice(this.#findPlace(row), 1);
  }

  read(): Cell {
    return { value: this.#rows.at(-1)?.values.quantity ?? 0, rowCount: this.#rows.length };
  }

  #findPlace(row: ActivityRow): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareAge(must(this.#rows[middle], 'row between the bounds'), row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
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

  read(): Cell {
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
