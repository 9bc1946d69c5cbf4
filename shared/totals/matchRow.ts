import type { RowFilter } from '../figures/FigureSpec.ts';
import type { DirectionId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { readCode } from './readCode.ts';

/**
 * Whether a row is within a filter, prepared once for many rows. Fields of one table alone do not
 * narrow the other. A direction that the report does not have is no direction, as in the totals.
 */
export function buildRowMatch(
  filter: RowFilter,
  { directions }: Pick<ReportStructure, 'directions'>,
): (row: Row) => boolean {
  const known = new Set<DirectionId>(directions.map(({ id }) => id));
  const kpkvk = readCode(filter.kpkvk ?? null);
  const kekv = readCode(filter.kekv ?? null);

  return (row) => {
    if (filter.organisationId !== undefined && row.organisationId !== filter.organisationId) return false;
    if (filter.directionId !== undefined) {
      const { directionId } = row.values;
      if ((directionId !== null && known.has(directionId) ? directionId : null) !== filter.directionId)
        return false;
    }
    if (row.kind === 'activity') {
      return (
        (filter.form === undefined || row.values.form === filter.form) &&
        (filter.state === undefined || row.values.state === filter.state)
      );
    }
    return (
      (filter.fund === undefined || row.values.fund === filter.fund) &&
      (filter.kpkvk === undefined || readCode(row.values.kpkvk) === kpkvk) &&
      (filter.kekv === undefined || readCode(row.values.kekv) === kekv)
    );
  };
}
