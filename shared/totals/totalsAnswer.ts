import type { TotalsAnswer } from '../api/contract.ts';
import { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import { Fund } from '../model/rows.ts';
import type { MoneySums, Totals } from './Totals.ts';

type SumsAnswer = TotalsAnswer['grand'];

/** Totals as JSON: bigints as decimal digits, keys sorted, so that equal totals give equal texts. */
export function buildTotalsAnswer(totals: Totals): TotalsAnswer {
  return {
    grand: buildSums(totals.grand),
    withoutDirection: buildSums(totals.withoutDirection),
    byDirection: buildRecord(totals.byDirection, buildSums),
    byOrganisation: buildRecord(totals.byOrganisation, buildSums),
    byDirectionOrganisation: buildRecord(totals.byDirectionOrganisation, (sums) =>
      buildRecord(sums, buildSums),
    ),
    byFund: buildRecord(totals.byFund, buildSums),
    byKpkvk: buildRecord(totals.byKpkvk, buildSums),
    byKekv: buildRecord(totals.byKekv, buildSums),
    indicators: buildRecord(totals.indicators, ({ value, rowCount, byOrganisation }) => ({
      value,
      rowCount,
      byOrganisation: buildRecord(byOrganisation, (part) => ({ value: part.value, rowCount: part.rowCount })),
    })),
    activityCounts: buildRecord(totals.activityCounts, (count) => count),
    activityCount: totals.activityCount,
  };
}

/** The way back. Throws ZodError when a key is not an id, SyntaxError when a sum is not digits. */
export function readTotalsAnswer(answer: TotalsAnswer): Totals {
  return {
    grand: readSums(answer.grand),
    withoutDirection: readSums(answer.withoutDirection),
    byDirection: readMap(answer.byDirection, parseDirection, readSums),
    byOrganisation: readMap(answer.byOrganisation, parseOrganisation, readSums),
    byDirectionOrganisation: readMap(answer.byDirectionOrganisation, parseDirection, (sums) =>
      readMap(sums, parseOrganisation, readSums),
    ),
    byFund: readMap(answer.byFund, (key) => Fund.parse(key), readSums),
    byKpkvk: readMap(answer.byKpkvk, keepText, readSums),
    byKekv: readMap(answer.byKekv, keepText, readSums),
    indicators: readMap(
      answer.indicators,
      (key) => IndicatorId.parse(key),
      ({ value, rowCount, byOrganisation }) => ({
        value,
        rowCount,
        byOrganisation: readMap(byOrganisation, parseOrganisation, (part) => part),
      }),
    ),
    activityCounts: readMap(answer.activityCounts, parseDirection, (count) => count),
    activityCount: answer.activityCount,
  };
}

const parseDirection = (key: string) => DirectionId.parse(key);
const parseOrganisation = (key: string) => OrganisationId.parse(key);
const keepText = (key: string) => key;

function buildSums({ plannedMinor, actualMinor, rowCount }: MoneySums): SumsAnswer {
  return { plannedMinor: String(plannedMinor), actualMinor: String(actualMinor), rowCount };
}

function readSums({ plannedMinor, actualMinor, rowCount }: SumsAnswer): MoneySums {
  return { plannedMinor: BigInt(plannedMinor), actualMinor: BigInt(actualMinor), rowCount };
}

function buildRecord<V, W>(map: ReadonlyMap<string, V>, convert: (value: V) => W): Record<string, W> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, convert(value)]));
}

function readMap<K, V, W>(
  record: Readonly<Record<string, V>>,
  parseKey: (key: string) => K,
  convert: (value: V) => W,
): Map<K, W> {
  return new Map(Object.entries(record).map(([key, value]) => [parseKey(key), convert(value)]));
}
