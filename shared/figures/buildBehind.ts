import { isCorrectionRow } from '../corrections/correctionRows.ts';
import { normaliseText } from '../language/normaliseText.ts';
import type { IndicatorId } from '../model/ids.ts';
import type { ActivityRow, Row } from '../model/rows.ts';
import type { Aggregation, Indicator, ReportStructure } from '../model/structure.ts';
import { assertNever } from '../must.ts';
import { holdsWhatCounts, isCarriedOut } from '../totals/indicatorRows.ts';
import { buildRowMatch } from '../totals/matchRow.ts';
import type { FigureSpec, ListFigure, RowFilter } from './FigureSpec.ts';

/** What of a report's structure decides its figures. */
export type FigureStructure = Pick<
  ReportStructure,
  'directions' | 'indicators' | 'organisations' | 'corrections'
>;

/**
 * Whether a row is behind a figure, prepared once for many rows. A figure that names what the report
 * does not have has no rows. Rules FIG-4 to FIG-9.
 */
export function buildBehind(spec: FigureSpec, structure: FigureStructure): (row: Row) => boolean {
  const matches = buildRowMatch(spec.filter, structure);
  switch (spec.kind) {
    case 'money':
    case 'percent':
      return (row) => row.kind === 'expenditure' && matches(row);
    case 'activities':
      return (row) => row.kind === 'activity' && !isCorrectionRow(row) && matches(row);
    case 'table':
      return (row) => row.kind === spec.table && matches(row);
    case 'indicator': {
      const counts = buildCounts(spec.indicatorId, spec.aggregation, spec.filter, structure);
      return (row) => row.kind === 'activity' && counts(row) && matches(row);
    }
    case 'list': {
      const isListed = buildListed(spec, structure);
      return (row) => !isCorrectionRow(row) && isListed(row) && matches(row);
    }
    default:
      return assertNever(spec);
  }
}

export function findIndicator(
  indicatorId: IndicatorId,
  { indicators }: Pick<FigureStructure, 'indicators'>,
): Indicator | undefined {
  return indicators.find(({ id }) => id === indicatorId);
}

/**
 * A filter by state takes the place of the rule that only what was carried out counts. A correction is of
 * the indicator as it is counted, and not of another way to count it.
 */
function buildCounts(
  indicatorId: IndicatorId,
  chosen: Aggregation | null,
  filter: RowFilter,
  structure: FigureStructure,
): (row: ActivityRow) => boolean {
  const indicator = findIndicator(indicatorId, structure);
  if (indicator === undefined) return () => false;
  const aggregation = chosen ?? indicator.aggregation;
  const isOwn = aggregation === indicator.aggregation;
  return (row) =>
    row.values.indicatorId === indicatorId &&
    (isOwn || !isCorrectionRow(row)) &&
    (filter.state !== undefined || isCarriedOut(row)) &&
    holdsWhatCounts(aggregation, row);
}

/**
 * A list takes from both tables, so a field that only one of them has leaves the other out: who spent
 * of the special fund is not everybody who held something as well.
 */
function buildListed(spec: ListFigure, structure: FigureStructure): (row: Row) => boolean {
  const { filter, indicatorId } = spec;
  const isOfExpenditures =
    filter.fund !== undefined || filter.kpkvk !== undefined || filter.kekv !== undefined;
  const isOfActivities = filter.form !== undefined || filter.state !== undefined || indicatorId !== null;
  const counts = indicatorId === null ? () => true : buildCounts(indicatorId, null, filter, structure);
  if (spec.of === 'activities')
    return (row) => row.kind === 'activity' && counts(row) && normaliseText(row.values.content) !== null;
  return (row) => (row.kind === 'activity' ? !isOfExpenditures && counts(row) : !isOfActivities);
}
