import type { DirectionId, OrganisationId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { readCanonicalCell } from './canonicalSheet.ts';

/** What a sheet still lacks, beside what the checks say of its rows. */
export type SheetGaps = {
  /** Directions whose text the organisation writes, and in which it has no row; in the order of the report. */
  directions: DirectionId[];
  /** Rows without a direction, or with one that the report does not have. */
  withoutDirection: number;
  /** Activities without content, expenditures without a measure. */
  withoutName: number;
  /** Expenditures without the sum that was spent. */
  withoutAmount: number;
};

export type SheetCompleteness = {
  /** Rows of both tables, by direction; a direction without any is absent. */
  rowsByDirection: Record<DirectionId, number>;
  missing: SheetGaps;
};

/**
 * How complete a sheet is. A row in which nothing stands is only begun: it is no row of a direction, and
 * lacks nothing. A cell that holds what cannot be read is not empty: the checks tell of it. Rules CTL-21,
 * CTL-22.
 */
export function computeSheetCompleteness(
  structure: Pick<ReportStructure, 'directions' | 'responsibilities'>,
  organisationId: OrganisationId,
  rows: readonly Row[],
): SheetCompleteness {
  const counts = new Map(structure.directions.map(({ id }) => [id, 0]));
  const missing: SheetGaps = { directions: [], withoutDirection: 0, withoutName: 0, withoutAmount: 0 };
  for (const row of rows) {
    if (isBlank(row)) continue;
    const { directionId } = row.values;
    const count = directionId === null ? undefined : counts.get(directionId);
    if (directionId !== null && count !== undefined) counts.set(directionId, count + 1);
    else if (directionId !== null || isEmptyCell(row, 'directionId')) missing.withoutDirection += 1;
    if (isEmptyCell(row, row.kind === 'activity' ? 'content' : 'measure')) missing.withoutName += 1;
    if (row.kind === 'expenditure' && isEmptyCell(row, 'actualMinor')) missing.withoutAmount += 1;
  }
  const own = new Set(
    structure.responsibilities
      .filter((responsibility) => responsibility.organisationId === organisationId)
      .map((responsibility) => responsibility.directionId),
  );
  missing.directions = [...counts].flatMap(([id, count]) => (count === 0 && own.has(id) ? [id] : []));
  return {
    rowsByDirection: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    missing,
  };
}

/** How many things are missing in all. */
export function countGaps({ directions, withoutDirection, withoutName, withoutAmount }: SheetGaps): number {
  return directions.length + withoutDirection + withoutName + withoutAmount;
}

function isBlank(row: Row): boolean {
  return [...Object.keys(row.values), ...Object.keys(row.flaws)].every((field) => isEmptyCell(row, field));
}

function isEmptyCell(row: Row, field: string): boolean {
  const cell = readCanonicalCell(row, field);
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}
