import { buildCorrectionRows } from '#shared/corrections/correctionRows.ts';
import type { FigureSpec, RowFilter } from '#shared/figures/FigureSpec.ts';
import type { ActivityRow, ExpenditureRow, Row } from '#shared/model/rows.ts';
import type { Aggregation, ReportStructure } from '#shared/model/structure.ts';

/** What an oracle says of a figure: its exact value where it has one, the names it lists, its rows. */
export type Recount = { value: bigint | null; names: string[]; rows: Row[] };

/**
 * The oracle of the figures: found from all rows by the definition of each kind, sharing no code with
 * the engine. Null for a figure that names what is gone. Slow on purpose.
 */
export function recountFigure(
  spec: FigureSpec,
  structure: ReportStructure,
  all: readonly Row[],
): Recount | null {
  const has = (list: readonly { id: string }[], id: string) =>
    list.map((each) => String(each.id)).includes(id);
  const { filter } = spec;
  if (typeof filter.directionId === 'string' && !has(structure.directions, filter.directionId)) return null;
  if (filter.organisationId && !has(structure.organisations, filter.organisationId)) return null;
  if ('indicatorId' in spec && spec.indicatorId !== null && !has(structure.indicators, spec.indicatorId))
    return null;

  const rows = sortAsPrinted(
    [...all, ...buildCorrectionRows(structure)].filter((row) => isWhere(row, filter, structure)),
    structure,
  );
  const spent = rows.filter((row): row is ExpenditureRow => row.kind === 'expenditure');
  const held = rows.filter((row): row is ActivityRow => row.kind === 'activity');
  const spentWithin = spent.filter(({ values }) => {
    if (filter.fund && values.fund !== filter.fund) return false;
    if (filter.kpkvk !== undefined && (values.kpkvk ?? '').trim() !== filter.kpkvk.trim()) return false;
    return filter.kekv === undefined || (values.kekv ?? '').trim() === filter.kekv.trim();
  });
  const heldWithin = held.filter(
    ({ values }) =>
      [undefined, values.form].includes(filter.form) && [undefined, values.state].includes(filter.state),
  );

  switch (spec.kind) {
    case 'money': {
      let value = 0n;
      for (const { values } of spentWithin) {
        if (spec.sum !== 'planned') value += BigInt(values.actualMinor ?? 0);
        if (spec.sum !== 'actual')
          value += BigInt(values.plannedMinor ?? 0) * (spec.sum === 'planned' ? 1n : -1n);
      }
      return { value, names: [], rows: spentWithin };
    }
    case 'percent':
      return { value: null, names: [], rows: spentWithin };
    case 'activities': {
      const activities = heldWithin.filter((row) => !isCorrection(row));
      return { value: BigInt(activities.length), names: [], rows: activities };
    }
    case 'table':
      return { value: null, names: [], rows: spec.table === 'activity' ? heldWithin : spentWithin };
    case 'indicator': {
      const own = structure.indicators.find(({ id }) => id === spec.indicatorId)?.aggregation ?? 'sum';
      const counted = heldWithin.filter(
        (row) =>
          isOf(row, spec.indicatorId, spec.aggregation ?? own, filter) &&
          (!isCorrection(row) || (spec.aggregation ?? own) === own),
      );
      return { value: BigInt(aggregate(spec.aggregation ?? own, counted)), names: [], rows: counted };
    }
    case 'list': {
      const own = structure.indicators.find(({ id }) => id === spec.indicatorId)?.aggregation ?? 'sum';
      const activities = heldWithin.filter(
        (row) =>
          !isCorrection(row) && (spec.indicatorId === null || isOf(row, spec.indicatorId, own, filter)),
      );
      if (spec.of === 'activities') {
        const listed = activities.filter((row) => (row.values.content ?? '').trim() !== '');
        const names = listed.map((row) => simplify(row.values.content ?? ''));
        return { value: null, names: [...new Set(names)], rows: listed };
      }
      const named = Object.keys(filter);
      const behind = rows.filter((row) =>
        row.kind === 'activity'
          ? activities.includes(row) && !named.some((field) => ['fund', 'kpkvk', 'kekv'].includes(field))
          : !isCorrection(row) &&
            spentWithin.includes(row) &&
            spec.indicatorId === null &&
            !named.some((field) => ['form', 'state'].includes(field)),
      );
      const ids = new Set(behind.map((row) => String(row.organisationId)));
      return { value: null, names: [...ids], rows: behind };
    }
  }
}

const isCorrection = ({ organisationId }: Row) => organisationId === 'zvit-corrections';

export function simplify(text: string): string {
  return text.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

function isWhere(row: Row, { directionId, organisationId }: RowFilter, structure: ReportStructure): boolean {
  if (organisationId && row.organisationId !== organisationId) return false;
  if (directionId === undefined) return true;
  const isHomeless = !structure.directions.some(({ id }) => id === row.values.directionId);
  return directionId === null ? isHomeless : row.values.directionId === directionId;
}

function isOf(row: ActivityRow, id: string, aggregation: Aggregation, { state }: RowFilter): boolean {
  const { values } = row;
  if (values.indicatorId !== id) return false;
  if (!state && ['postponed', 'cancelled'].includes(values.state ?? '')) return false;
  if (isCorrection(row) && !['sum', 'count'].includes(aggregation)) return false;
  if (aggregation === 'distinct') return (values.content ?? '').trim() !== '';
  return aggregation !== 'latest' || values.quantity !== null;
}

function aggregate(aggregation: Aggregation, rows: readonly ActivityRow[]): number {
  if (aggregation === 'count')
    return rows.reduce((sum, row) => sum + (isCorrection(row) ? (row.values.quantity ?? 0) : 1), 0);
  if (aggregation === 'sum') return rows.reduce((sum, { values }) => sum + (values.quantity ?? 0), 0);
  if (aggregation === 'distinct')
    return new Set(rows.map(({ values }) => simplify(values.content ?? ''))).size;
  const age = ({ id, organisationId, values }: ActivityRow) =>
    `${(values.period ?? '').slice(-10).padStart(10)} ${id} ${organisationId}`;
  return rows.toSorted((a, b) => (age(a) < age(b) ? 1 : -1)).at(0)?.values.quantity ?? 0;
}

/** By one key of text: places as letters, what is in no place after all others. */
function sortAsPrinted(rows: readonly Row[], structure: ReportStructure): Row[] {
  const place = (list: readonly { id: string }[], id: string | null) => {
    const index = list.findIndex((each) => each.id === id);
    return String.fromCodePoint(0x100 + (index < 0 ? list.length : index));
  };
  const key = (row: Row) =>
    [
      place(structure.directions, row.values.directionId),
      place(structure.organisations, row.organisationId),
      row.organisationId,
      row.kind,
      row.order,
      row.id,
    ].join('\u0000');
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
