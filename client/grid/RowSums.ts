import { type ExtraField, isExtraField, isSummedField, toSummand } from '#shared/model/extraField.ts';
import type { Row } from '#shared/model/rows.ts';

/** What is added up over rows. Amounts in kopiykas. */
export type RowSums = {
  rowCount: number;
  plannedMinor: bigint;
  actualMinor: bigint;
  /** Of added columns of money (kopiykas) and numbers (thousandths) in which something stands. */
  added: AddedSums;
};
export type AddedSums = ReadonlyMap<ExtraField, bigint>;

export function isSameSums(a: RowSums, b: RowSums): boolean {
  return (
    a.rowCount === b.rowCount &&
    a.plannedMinor === b.plannedMinor &&
    a.actualMinor === b.actualMinor &&
    a.added.size === b.added.size &&
    [...a.added].every(([field, sum]) => b.added.get(field) === sum)
  );
}

export const noSums: RowSums = { rowCount: 0, plannedMinor: 0n, actualMinor: 0n, added: new Map() };

/** Sums to be added to, row by row: as many rows as there are would otherwise be as many copies. */
export class SumTally {
  rowCount = 0;
  #plannedMinor = 0n;
  #actualMinor = 0n;
  readonly #added = new Map<ExtraField, { sum: bigint; rowCount: number }>();

  /** -1 takes a row that was counted out again. */
  add({ plannedMinor, actualMinor, added }: RowSummands, sign: 1 | -1): void {
    const times = BigInt(sign);
    this.rowCount += sign;
    this.#plannedMinor += times * plannedMinor;
    this.#actualMinor += times * actualMinor;
    for (const [field, summand] of added) {
      const before = this.#added.get(field) ?? { sum: 0n, rowCount: 0 };
      const rowCount = before.rowCount + sign;
      if (rowCount === 0) this.#added.delete(field);
      else this.#added.set(field, { sum: before.sum + times * summand, rowCount });
    }
  }

  read(): RowSums {
    return {
      rowCount: this.rowCount,
      plannedMinor: this.#plannedMinor,
      actualMinor: this.#actualMinor,
      added: new Map([...this.#added].map(([field, { sum }]) => [field, sum])),
    };
  }
}

/** What one row puts into sums. */
export type RowSummands = {
  plannedMinor: bigint;
  actualMinor: bigint;
  added: readonly (readonly [ExtraField, bigint])[];
};

const noneAdded: RowSummands['added'] = [];

export function readSummands({ kind, values }: Row): RowSummands {
  let added: [ExtraField, bigint][] | null = null;
  for (const field in values) {
    if (!isExtraField(field) || !isSummedField(field)) continue;
    const value = values[field];
    if (typeof value !== 'number') continue;
    added ??= [];
    added.push([field, toSummand(field, value)]);
  }
  const isMoney = kind === 'expenditure';
  return {
    plannedMinor: BigInt((isMoney ? values.plannedMinor : null) ?? 0),
    actualMinor: BigInt((isMoney ? values.actualMinor : null) ?? 0),
    added: added ?? noneAdded,
  };
}
