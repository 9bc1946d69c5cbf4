import type { DirectionId, OrganisationId } from './ids.ts';
import type { ReportStructure } from './structure.ts';

/** The organisations that write the text of a direction, the first one named first. */
export function listResponsible(
  { responsibilities }: Pick<ReportStructure, 'responsibilities'>,
  directionId: DirectionId,
): OrganisationId[] {
  return responsibilities.flatMap((one) => (one.directionId === directionId ? [one.organisationId] : []));
}
