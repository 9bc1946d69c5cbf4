import { findTextFindings } from '#shared/checks/text/findTextFindings.ts';
import { formatTextFinding } from '#shared/checks/text/textFindingTexts.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';

/**
 * Refuses a final file of a report whose text holds what blocks one: a figure that cannot be trusted, a
 * table that does not add up. The one place that decides, for the server and the command line alike.
 *
 * @throws AppError `export.blocked`, with how many there are and the first in words
 */
export function refuseUnfinished(model: Pick<ReportModel, 'directions' | 'totals'>): void {
  const blocking = findTextFindings(model).filter(({ severity }) => severity === 'blocks');
  const [first] = blocking;
  if (first === undefined) return;
  const direction = model.directions.find(({ id }) => id === first.place.directionId);
  throw new AppError('export.blocked', {
    count: blocking.length,
    direction: String(direction?.number ?? '—'),
    first: formatTextFinding(first, 'uk'),
  });
}
