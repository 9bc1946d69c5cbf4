import type { OrganisationId } from '../model/ids.ts';
import type { ActivityRow } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';
import { must } from '../must.ts';
import { type Accumulator, createAccumulator } from './createAccumulator.ts';
import type { IndicatorTotal } from './Totals.ts';

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
