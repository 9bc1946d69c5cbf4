import type { Correction } from '#shared/model/correction.ts';
import { type DirectionId, OrganisationId, RowId } from '#shared/model/ids.ts';
import { type ActivityRow, buildEmptyValues, type ExpenditureRow, type Row } from '#shared/model/rows.ts';
import type { Indicator, ReportStructure } from '#shared/model/structure.ts';
import type { IndicatorTotal, MoneySums, Totals } from '#shared/totals/Totals.ts';

/**
 * The oracle of the totals: every number counted from all rows by its definition, slice by slice,
 * sharing no code with the engine. Slow on purpose.
 */
export function recountTotals(
  structure: Pick<ReportStructure, 'indicators' | 'directions' | 'corrections'>,
  rows: Iterable<Row>,
): Totals {
  const all = [...rows, ...structure.corrections.map(buildRowOf)];
  const own = all.filter((row) => !isCorrection(row));
  const spent = all.filter((row): row is ExpenditureRow => row.kind === 'expenditure');
  const held = all.filter((row): row is ActivityRow => row.kind === 'activity');

  function directionOf(row: Row): DirectionId | null {
    return structure.directions.find(({ id }) => id === row.values.directionId)?.id ?? null;
  }

  const byDirection = slice(spent, directionOf);
  return {
    grand: addUp(spent),
    withoutDirection: addUp(spent.filter((row) => directionOf(row) === null)),
    byDirection,
    byOrganisation: slice(spent, (row) => row.organisationId),
    byDirectionOrganisation: new Map(
      [...byDirection.keys()].map((direction) => [
        direction,
        slice(
          spent.filter((row) => directionOf(row) === direction),
          (row) => row.organisationId,
        ),
      ]),
    ),
    byFund: slice(spent, (row) => row.values.fund),
    byKpkvk: slice(spent, (row) => row.values.kpkvk?.trim() || null),
    byKekv: slice(spent, (row) => row.values.kekv?.trim() || null),
    indicators: new Map(
      structure.indicators.flatMap((indicator) => {
        const total = recountIndicator(indicator, held);
        return total.rowCount === 0 ? [] : [[indicator.id, total]];
      }),
    ),
    activityCounts: new Map(
      structure.directions.flatMap(({ id }) => {
        const count = own.filter((row) => row.kind === 'activity' && row.values.directionId === id).length;
        return count === 0 ? [] : [[id, count]];
      }),
    ),
    activityCount: own.filter(({ kind }) => kind === 'activity').length,
  };
}

const isCorrection = ({ organisationId }: Row) => organisationId === 'zvit-corrections';

/** A correction as the row it counts like, by its definition. */
function buildRowOf({ id, directionId, subject }: Correction): Row {
  const base = { organisationId: OrganisationId.parse('zvit-corrections'), order: '', flaws: {} };
  if (subject.of === 'money') {
    const { of: _, ...amounts } = subject;
    const values = { ...buildEmptyValues('expenditure'), ...amounts, directionId };
    return { ...base, id: RowId.parse(id), kind: 'expenditure', values };
  }
  const { indicatorId, quantity } = subject;
  const values = { ...buildEmptyValues('activity'), directionId, indicatorId, quantity };
  return { ...base, id: RowId.parse(id), kind: 'activity', values };
}

function addUp(rows: readonly ExpenditureRow[]): MoneySums {
  let plannedMinor = 0n;
  let actualMinor = 0n;
  for (const { values } of rows) {
    if (values.plannedMinor !== null) plannedMinor += BigInt(values.plannedMinor);
    if (values.actualMinor !== null) actualMinor += BigInt(values.actualMinor);
  }
  return { plannedMinor, actualMinor, rowCount: rows.length };
}

function slice<K>(
  rows: readonly ExpenditureRow[],
  keyOf: (row: ExpenditureRow) => K | null,
): Map<K, MoneySums> {
  const keys = new Set(rows.map(keyOf));
  const sums = new Map<K, MoneySums>();
  for (const key of keys) {
    if (key !== null) {
      const ofKey = rows.filter((row) => keyOf(row) === key);
      sums.set(key, addUp(ofKey));
    }
  }
  return sums;
}

function recountIndicator(indicator: Indicator, held: readonly ActivityRow[]): IndicatorTotal {
  const counted = held.filter((row) => {
    const corrected = isCorrection(row);
    const { indicatorId, state, quantity, content } = row.values;
    if (indicatorId !== indicator.id || state === 'cancelled' || state === 'postponed') return false;
    if (corrected && !['sum', 'count'].includes(indicator.aggregation)) return false;
    if (indicator.aggregation === 'latest') return quantity !== null;
    if (indicator.aggregation === 'distinct') return (content ?? '').trim() !== '';
    return true;
  });
  const organisations = new Set<OrganisationId>(counted.map((row) => row.organisationId));
  const read = (rows: readonly ActivityRow[]) => ({
    value: aggregate(indicator, rows),
    rowCount: rows.length,
  });
  return {
    ...read(counted),
    byOrganisation: new Map(
      [...organisations].map((id) => [id, read(counted.filter((row) => row.organisationId === id))]),
    ),
  };
}

function aggregate({ aggregation }: Indicator, rows: readonly ActivityRow[]): number {
  switch (aggregation) {
    case 'sum':
      return rows.reduce((sum, row) => sum + (row.values.quantity ?? 0), 0);
    case 'count':
      return rows.reduce((sum, row) => sum + (isCorrection(row) ? (row.values.quantity ?? 0) : 1), 0);
    case 'distinct':
      return new Set(
        rows.map((row) => (row.values.content ?? '').toLowerCase().split(/\s+/).filter(Boolean).join(' ')),
      ).size;
    case 'latest': {
      const age = ({ id, organisationId, values }: ActivityRow) =>
        `${(values.period ?? '').slice(-10).padStart(10)} ${id} ${organisationId}`;
      const newest = rows.toSorted((a, b) => (age(a) < age(b) ? 1 : -1)).at(0);
      return newest?.values.quantity ?? 0;
    }
  }
}
