import type { OrganisationId } from '../model/ids.ts';
import type { ActivityRow, Row } from '../model/rows.ts';
import type { Aggregation } from '../model/structure.ts';
import { type CountCell, createAccumulator } from '../totals/createAccumulator.ts';
import { addRow } from '../totals/MoneyLedger.ts';
import { SortedRows } from '../totals/SortedRows.ts';
import { type MoneySums, noMoney } from '../totals/Totals.ts';
import type { Tally } from './SliceBook.ts';

export function createMoneyTally(): Tally<MoneySums> {
  let sums = noMoney;
  return {
    enter(row, sign) {
      if (row.kind === 'expenditure') sums = addRow(sums, row.values, sign);
    },
    read: () => sums,
  };
}

export function createCountTally(aggregation: Aggregation): Tally<CountCell> {
  const accumulator = createAccumulator(aggregation);
  return {
    enter(row, sign) {
      if (row.kind !== 'activity') return;
      if (sign === 1) accumulator.add(row);
      else accumulator.remove(row);
    },
    read: () => accumulator.read(),
  };
}

/** Rows of either table, whatever is in them. */
export function createRowTally(): Tally<CountCell> {
  let rowCount = 0;
  return {
    enter(_row, sign) {
      rowCount += sign;
    },
    read: () => ({ value: rowCount, rowCount }),
  };
}

export type OrganisationCount = { organisationIds: OrganisationId[]; rowCount: number };

export function createOrganisationTally(): Tally<OrganisationCount> {
  const rowCounts = new Map<OrganisationId, number>();
  let rowCount = 0;
  return {
    enter({ organisationId }, sign) {
      const ofOrganisation = (rowCounts.get(organisationId) ?? 0) + sign;
      if (ofOrganisation === 0) rowCounts.delete(organisationId);
      else rowCounts.set(organisationId, ofOrganisation);
      rowCount += sign;
    },
    read: () => ({ organisationIds: [...rowCounts.keys()], rowCount }),
  };
}

export type ContentCount = { contents: string[]; rowCount: number };

export function createContentTally(compare: (a: Row, b: Row) => number): Tally<ContentCount> {
  const sorted = new SortedRows<ActivityRow>(compare);
  return {
    enter(row, sign) {
      if (row.kind !== 'activity') return;
      if (sign === 1) sorted.add(row);
      else sorted.remove(row);
    },
    read: () => ({
      contents: sorted.rows.map((row) => row.values.content ?? ''),
      rowCount: sorted.rows.length,
    }),
  };
}
