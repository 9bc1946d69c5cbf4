import { type FigureStructure, findIndicator } from './buildBehind.ts';
import type { FigureSpec } from './FigureSpec.ts';
import type { PrintProblem } from './problemTexts.ts';

/** What the figure names and the report does not have (any more); null when all is there. */
export function findMissing(spec: FigureSpec, structure: FigureStructure): PrintProblem | null {
  const { directionId, organisationId } = spec.filter;
  const indicatorId = 'indicatorId' in spec ? spec.indicatorId : null;
  if (indicatorId !== null && findIndicator(indicatorId, structure) === undefined) return 'indicator-gone';
  if (directionId && !structure.directions.some(({ id }) => id === directionId)) return 'direction-gone';
  if (organisationId !== undefined && !structure.organisations.some(({ id }) => id === organisationId))
    return 'organisation-gone';
  return null;
}
